import { workflows } from '@domain/index';
import { defineWorkflow, faultsIn } from '@domain/kernel/workflow';
import { describeWorkflow } from '../support/describe-workflow';

for (const workflow of workflows) describeWorkflow(workflow);

describe('an unsound table is refused when the program starts', () => {
  const sound = {
    id: 'door',
    zh: '门',
    initial: 'shut',
    states: { shut: { zh: '关' }, open: { zh: '开', final: true } },
    transitions: { push: { zh: '推', from: ['shut'], to: 'open', by: ['anyone'] } },
  } as const;

  it('knows the planted faults by name', () => {
    expect(faultsIn(sound)).toEqual([]);
    expect(faultsIn({ ...sound, initial: 'ajar' })).toContain('the initial state ajar is unknown');
    expect(faultsIn({ ...sound, states: { ...sound.states, locked: { zh: '锁' } } })).toEqual([
      'locked cannot be reached',
      'locked is a dead end; mark it final or add a move',
    ]);
    const back = { pull: { zh: '拉', from: ['open'], to: 'shut', by: ['anyone'] } };
    expect(faultsIn({ ...sound, transitions: { ...sound.transitions, ...back } })).toContain(
      'open is final but has a way out',
    );
    const lost = { lose: { zh: '丢', from: ['shut'], to: 'gone', by: ['anyone'] } };
    expect(() => defineWorkflow({ ...sound, transitions: { ...sound.transitions, ...lost } })).toThrow(
      'lose names the unknown state gone',
    );
  });
});
