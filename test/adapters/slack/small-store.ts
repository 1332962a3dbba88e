import type { Actor, Role } from '../../../src/domain/access.ts';
import type { SlackEvent } from '../../../src/ports/inbox.ts';
import type { Task } from '../../../src/ports/queue.ts';
import type { Store } from '../../../src/ports/store.ts';

export type SmallStore = {
  readonly store: Store;
  readonly events: ReadonlyMap<string, Omit<SlackEvent, 'receivedAt'>>;
  readonly tasks: readonly Task[];
  /** Who asked for what: the audit's first half. */
  readonly asked: readonly { readonly entry: string; readonly by: string; readonly given: unknown }[];
  /** Takes somebody's roles away. */
  unseat(id: string): void;
  /** While true, the database is away. */
  away: boolean;
};

/**
 * What the Slack adapter needs of a store, kept in memory: inbox, queue, audit, directory. A transaction that throws leaves nothing behind.
 * Everything else of the port is absent and would throw.
 */
export function smallStore(roles: Readonly<Record<string, readonly Role[]>>): SmallStore {
  const events = new Map<string, Omit<SlackEvent, 'receivedAt'>>();
  const tasks: Task[] = [];
  const asked: { entry: string; by: string; given: unknown }[] = [];
  const actor = (id: string): Actor | null =>
    roles[id] && !unseated.has(id) ? { id: 1n, name: id, slackUser: id, roles: roles[id], zone: 'UTC' } : null;

  const unseated = new Set<string>();

  const small: SmallStore = {
    unseat: (id) => void unseated.add(id),
    events,
    tasks,
    asked,
    away: false,
    // only these ports are reached by what is tested here
    store: {
      audit: {
        asked: async (call: { by: string; given: unknown }, entry: string) =>
          void asked.push({ entry, by: call.by, given: call.given }),
        answered: async () => undefined,
      },
      directory: { actor: async (id: string) => actor(id) },
      queue: { send: async (task: Task) => void tasks.push(task) },
      async transaction<T>(work: (store: Store) => Promise<T>) {
        if (small.away) throw new Error('the database is away');
        const [newEvents, newTasks] = [new Map<string, Omit<SlackEvent, 'receivedAt'>>(), [] as Task[]];
        const inside = {
          inbox: {
            keep: async (event: Omit<SlackEvent, 'receivedAt'>) => {
              if (events.has(event.id)) return false;
              newEvents.set(event.id, event);
              return true;
            },
          },
          queue: { send: async (task: Task) => void newTasks.push(task) },
        };
        const result = await work(inside as unknown as Store);
        for (const [id, event] of newEvents) events.set(id, event);
        tasks.push(...newTasks);
        return result;
      },
    } as unknown as Store,
  };
  return small;
}
