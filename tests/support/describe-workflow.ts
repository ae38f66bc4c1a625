import { canMove, faultsIn, type Workflow } from '@domain/kernel/workflow';

/** Every relation a workflow speaks of. */
const relationsOf = (workflow: Workflow): string[] =>
  [...new Set(Object.values(workflow.transitions).flatMap(({ by }) => [...by]))].sort();

/** State × move × relation, each cell that is allowed as one line: a permission change is a visible diff. */
export function matrixOf(workflow: Workflow): string[] {
  return Object.keys(workflow.states).flatMap((state) =>
    Object.keys(workflow.transitions).flatMap((move) => {
      const allowed = relationsOf(workflow).filter(
        (relation) => canMove(workflow, state, move, [relation]).ok,
      );
      return allowed.length > 0
        ? [`${state} --${move}--> ${workflow.transitions[move]?.to}: ${allowed.join(', ')}`]
        : [];
    }),
  );
}

/** The tests every workflow gets from its table. */
export function describeWorkflow(workflow: Workflow): void {
  describe(`${workflow.zh} (${workflow.id})`, () => {
    it('is sound: every state can be reached and left, or is final', () =>
      expect(faultsIn(workflow)).toEqual([]));
    it('allows exactly these moves to exactly these people', () =>
      expect(matrixOf(workflow)).toMatchSnapshot());
    it('lets nobody without a relation to the record do anything', () => {
      const open = Object.keys(workflow.states).flatMap((state) =>
        Object.keys(workflow.transitions).filter((move) => canMove(workflow, state, move, []).ok),
      );
      expect(open).toEqual([]);
    });
    it('has Chinese words for every state and move', () => {
      const words = [...Object.values(workflow.states), ...Object.values(workflow.transitions)].map(
        ({ zh }) => zh,
      );
      expect(words.filter((zh) => !/[\u4e00-\u9fff]/.test(zh))).toEqual([]);
    });
  });
}
