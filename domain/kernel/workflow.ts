import { actorOf, appendHistory, type Actor, type HistoryEntry, type RecordBase } from './record';
import { err, ok, type Result } from './result';

export type StateMeta = { readonly zh: string; readonly final?: true };
export type Transition = {
  readonly zh: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Relations to the record (see each area's `rolesOn`) that may make this move. */
  readonly by: readonly string[];
};
export type Workflow = {
  readonly id: string;
  readonly zh: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, StateMeta>>;
  readonly transitions: Readonly<Record<string, Transition>>;
};

export type StateOf<W extends Workflow> = Extract<keyof W['states'], string>;
export type MoveOf<W extends Workflow> = Extract<keyof W['transitions'], string>;

export type MoveError = 'MOVE_NOT_ALLOWED_FROM_STATE' | 'MOVE_NOT_ALLOWED_FOR_ROLE';

/** Declares a workflow and refuses an unsound one when the program starts: unknown or unreachable states, dead ends. */
export const defineWorkflow = <const W extends Workflow>(workflow: W): W => {
  const faults = faultsIn(workflow);
  if (faults.length > 0) throw new Error(`workflow ${workflow.id}: ${faults.join('; ')}`);
  return workflow;
};

/** Whether these relations may make this move from this state, and where it leads. */
export function canMove(
  workflow: Workflow,
  state: string,
  move: string,
  relations: readonly string[],
): Result<string, MoveError> {
  const transition = workflow.transitions[move];
  if (!transition || !transition.from.includes(state)) return err('MOVE_NOT_ALLOWED_FROM_STATE');
  if (!transition.by.some((relation) => relations.includes(relation)))
    return err('MOVE_NOT_ALLOWED_FOR_ROLE');
  return ok(transition.to);
}

/** The moves a person with these relations may make now: what a screen draws as buttons. */
export const movesFrom = <W extends Workflow>(
  workflow: W,
  state: StateOf<W>,
  relations: readonly string[],
): MoveOf<W>[] =>
  (Object.keys(workflow.transitions) as MoveOf<W>[]).filter(
    (move) => canMove(workflow, state, move, relations).ok,
  );

/** Who moves, as what, when, and with which note. */
export type Mover = {
  readonly actor: Actor;
  readonly relations: readonly string[];
  readonly now: number;
  readonly note?: string | undefined;
};

export type Stepped<To> = {
  readonly status: To;
  readonly version: number;
  readonly updatedAt: number;
  readonly history: readonly HistoryEntry[];
};

/** The common part of a record after a move: new status, next version, one more history entry. Spread it over the record. */
export function step<W extends Workflow, M extends MoveOf<W>>(
  workflow: W,
  record: RecordBase & { readonly status: StateOf<W> },
  move: M,
  mover: Mover,
): Result<Stepped<W['transitions'][M]['to']>, MoveError> {
  const allowed = canMove(workflow, record.status, move, mover.relations);
  if (!allowed.ok) return allowed;
  const to: W['transitions'][M]['to'] = allowed.value;
  return ok({
    status: to,
    version: record.version + 1,
    updatedAt: mover.now,
    history: appendHistory(record.history, {
      move,
      from: record.status,
      to,
      by: actorOf(mover.actor),
      at: mover.now,
      ...(mover.note ? { note: mover.note } : {}),
    }),
  });
}

export const labelOf = (workflow: Workflow, state: string): string => workflow.states[state]?.zh ?? state;

/** States that no sequence of moves reaches from the initial one. */
export function unreachableStates(workflow: Workflow): string[] {
  const seen = new Set<string>([workflow.initial]);
  const moves = Object.values(workflow.transitions);
  let grown = true;
  while (grown) {
    grown = false;
    for (const { from, to } of moves) {
      if (seen.has(to) || !from.some((state) => seen.has(state))) continue;
      seen.add(to);
      grown = true;
    }
  }
  return Object.keys(workflow.states).filter((state) => !seen.has(state));
}

/** What is wrong with a table; empty for a sound one. */
export function faultsIn(workflow: Workflow): string[] {
  const known = (state: string) => state in workflow.states;
  const moves = Object.entries(workflow.transitions);
  const unknown = moves.flatMap(([name, { from, to }]) =>
    [...from, to].filter((state) => !known(state)).map((state) => `${name} names the unknown state ${state}`),
  );
  const leaves = (state: string) => moves.some(([, { from, to }]) => from.includes(state) && to !== state);
  const stuck = Object.entries(workflow.states).flatMap(([state, { final }]) => {
    if (final && leaves(state)) return [`${state} is final but has a way out`];
    if (!final && !leaves(state)) return [`${state} is a dead end; mark it final or add a move`];
    return [];
  });
  const initial = known(workflow.initial) ? [] : [`the initial state ${workflow.initial} is unknown`];
  return [
    ...initial,
    ...unknown,
    ...unreachableStates(workflow).map((s) => `${s} cannot be reached`),
    ...stuck,
  ];
}
