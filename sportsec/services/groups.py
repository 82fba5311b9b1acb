"""Acts on supporter groups, and on what two groups are to each other."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sportsec.domain.group_rules import check_group, check_relation
from sportsec.domain.groups import GroupDraft, RelationDraft
from sportsec.domain.identity import natural_id, new_id
from sportsec.domain.problems import Problem
from sportsec.queries.clock import local_day
from sportsec.queries.groups import relations_of
from sportsec.queries.near_names import near_twin_of
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.work import Work

_PARTS = (GroupRelation,)


def group_problems(
    work: Work, draft: GroupDraft, group_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the other groups."""
    twin = near_twin_of(work, SupporterGroup, draft.name, draft.club_id, group_id)
    return check_group(draft, local_day(work), twin)


def add_group(work: Work, draft: GroupDraft) -> UUID:
    """Add a group and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(group_problems(work, draft))
    record = work.add(SupporterGroup(id=new_id()))
    apply_draft(record, draft)
    return record.id


def revise_group(
    work: Work, group_id: UUID, draft: GroupDraft, *, seen: GroupDraft
) -> None:
    """Write what the officer changed.

    Args:
        seen: The group as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(SupporterGroup, group_id)
    refuse_blocking(group_problems(work, draft, group_id))
    apply_draft(record, draft, seen)


def delete_group(work: Work, group_id: UUID) -> None:
    """Delete a group and its relations.

    Raises:
        Invalid: Contacts still need it.
    """
    put_in_trash(work, work.get(SupporterGroup, group_id), _PARTS)


def restore_group(work: Work, group_id: UUID) -> None:
    """Bring a deleted group back."""
    take_from_trash(work, SupporterGroup, group_id, _PARTS)


def relation_problems(
    work: Work,
    draft: RelationDraft,
    group_id: UUID,
    relation_id: UUID | None = None,
) -> list[Problem]:
    """Say what is wrong with a relation, also compared with the group's others."""
    others = {
        row.draft.other_group_id
        for row in relations_of(work, group_id)
        if row.id != relation_id
    }
    return check_relation(draft, group_id, others, local_day(work))


def add_relation(work: Work, group_id: UUID, draft: RelationDraft) -> UUID:
    """Say what another group is to this one; return the relation's id.

    The id derives from the two groups, so that two cells which say so write the
    same row; a relation that was deleted comes back.

    Raises:
        NotFound: One of the groups was deleted.
        Invalid: A rule is broken.
    """
    refuse_blocking(relation_problems(work, draft, group_id))
    group = work.get(SupporterGroup, group_id)
    other = work.get(SupporterGroup, draft.other_group_id)
    ends = sorted((group.id, other.id))
    key = natural_id("group_relation", *(end.hex for end in ends))
    relation = work.session.get(GroupRelation, key)
    if relation is None:
        relation = work.add(GroupRelation(id=key))
    relation.group_id, relation.deleted_at = group.id, None
    apply_draft(relation, draft)
    return key


def revise_relation(
    work: Work,
    group_id: UUID,
    relation_id: UUID,
    draft: RelationDraft,
    *,
    seen: RelationDraft,
) -> None:
    """Write what the officer changed about a relation; its two groups stay.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    relation = work.get(GroupRelation, relation_id)
    refuse_blocking(relation_problems(work, draft, group_id, relation_id))
    end = relation.other_group_id  # as the record has it, whoever looks
    apply_draft(
        relation, replace(draft, other_group_id=end), replace(seen, other_group_id=end)
    )


def delete_relation(work: Work, relation_id: UUID) -> None:
    """Delete a relation between two groups."""
    put_in_trash(work, work.get(GroupRelation, relation_id))


def restore_relation(work: Work, relation_id: UUID) -> None:
    """Bring a deleted relation back."""
    take_from_trash(work, GroupRelation, relation_id)
