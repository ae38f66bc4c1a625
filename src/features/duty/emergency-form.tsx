import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  EMERGENCIES,
  EMERGENCY_KINDS,
  EMERGENCY_LIMITS,
  type EmergencyKind,
  type EmergencyTable,
} from '@domain/desk/emergency';
import { setEmergencyWords } from '@domain/desk/matter.actions';
import { Button } from '@/components/button';
import { PickField } from '@/components/pick-field';
import { Stack } from '@/components/stack';
import { TextField } from '@/components/text-field';
import { toast } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import './lines.scss';

const KINDS = EMERGENCY_KINDS.map((value) => ({ value, text: EMERGENCIES[value].zh }));

/** The words of danger: those every community has, and those this one adds; and whom to call about gas here. */
export function EmergencyForm({ table }: { table: EmergencyTable }) {
  const [word, setWord] = useState('');
  const [kind, setKind] = useState<EmergencyKind>('medical');
  const [gasPhone, setGasPhone] = useState(table.gasPhone);
  const set = useAction(setEmergencyWords, { refresh: ['emergency'] });
  const save = async (next: Pick<EmergencyTable, 'extra' | 'gasPhone'>) => {
    const { extra, gasPhone: phone } = next;
    const saved = await set.run({ version: table.version, extra: [...extra], gasPhone: phone });
    if (saved.ok) toast('已保存', 'done');
    else toast(saved.error.faults[0]?.words ?? saved.error.words);
    return saved.ok;
  };
  const add = async () => {
    if (word.trim().length < 2) return toast('请写两个字以上的词');
    const extra = [...table.extra, { word: word.trim(), kind }];
    if (await save({ extra, gasPhone: table.gasPhone })) setWord('');
  };
  return (
    <Stack>
      {EMERGENCY_KINDS.map((one) => (
        <View key={one}>
          <Text className="hy-item__title">{EMERGENCIES[one].zh}</Text>
          <Text className="hy-item__hint">{EMERGENCIES[one].words.join('、')}</Text>
          {table.extra
            .filter((entry) => entry.kind === one)
            .map((entry) => (
              <View key={entry.word} className="hy-item__ways">
                <Button
                  tone="quiet"
                  size="small"
                  isDisabled={set.isPending}
                  label={`删除${entry.word}`}
                  onTap={() =>
                    void save({
                      extra: table.extra.filter((other) => other.word !== entry.word),
                      gasPhone: table.gasPhone,
                    })
                  }
                >
                  {`${entry.word} ✕`}
                </Button>
              </View>
            ))}
        </View>
      ))}
      <TextField
        label="加一个词"
        value={word}
        onInput={setWord}
        maxLength={EMERGENCY_LIMITS.wordMax}
        placeholder="比如：老人不见了"
      />
      <PickField label="属于哪一类" options={KINDS} value={kind} onPick={setKind} />
      <Button tone="secondary" block isBusy={set.isPending} onTap={() => void add()}>
        加上这个词
      </Button>
      <TextField
        label="本地燃气抢修电话"
        type="phone"
        value={gasPhone}
        onInput={setGasPhone}
        maxLength={20}
        placeholder="居民遇到漏气时，一点就能打"
      />
      <Button
        tone="secondary"
        block
        isBusy={set.isPending}
        onTap={() => void save({ extra: table.extra, gasPhone: gasPhone.trim() })}
      >
        保存电话
      </Button>
    </Stack>
  );
}
