import type { Actor, Role } from '../domain/access.ts';

/** A person as Slack describes them now. */
export type SlackPerson = {
  readonly id: string;
  readonly team: string | null;
  readonly name: string;
  readonly zone: string;
  /** Guests, bots, deactivated and external people can never hold a role. */
  readonly standing: 'member' | 'guest' | 'bot' | 'deleted' | 'external';
};

/** Who is who: Slack users, their roles and until when. */
export interface Directory {
  /** The actor with the roles in force now; `null` when Penny has never met them. */
  actor(slackUser: string): Promise<Actor | null>;
  /** Remembers somebody (or their new name) and returns them with the roles in force. */
  meet(person: SlackPerson): Promise<Actor>;
  /** Makes these Slack users admins if, and only if, nobody is; says whether it did. Once across replicas; audited. */
  seatFirstAdmins(people: readonly SlackPerson[]): Promise<boolean>;
  /** Gives a role without asking anybody: the sandbox's people, and tests. Audited as done by Penny itself. Does nothing when they hold it. */
  seat(person: SlackPerson, role: Role): Promise<Actor>;
  /** Takes all roles away (the person became a guest, was deactivated, left). Audited. */
  unseat(slackUser: string, why: string): Promise<void>;
  /** Penny itself, who does the jobs. Her role cannot be granted; what it allows stands in `granted`. */
  penny(): Promise<Actor>;
}
