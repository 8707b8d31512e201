import type { Kind, Role } from './challenge';

/** A role's way through the challenges; slugs in order. */
export type Track = { id: Role; title: string; summary: string; challenges: string[] };

/** A kind of challenge; slugs in order. */
export type KindInfo = { id: Kind; title: string; summary: string; challenges: string[] };

/** A topic by which challenges are found. */
export type Topic = { id: string; title: string };
