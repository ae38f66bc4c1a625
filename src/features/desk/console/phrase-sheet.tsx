import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { addPhrase, changePhrase, removePhrase } from '@domain/desk/console.actions';
import { PHRASE_LIMITS, phraseInput, PLACEHOLDERS, type PhraseView } from '@domain/desk/phrase.schema';
import { checkInput, type FieldFault } from '@domain/kernel/words-for-input';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { confirmAsk, toast } from '@/services/feedback';
import { useFocusWhile } from '@/services/focus';
import { useAction } from '@/services/use-action';

type Props = { edited: PhraseView | 'new'; kept: readonly PhraseView[]; onClose: () => void };
type Form = { label: string; text: string; digit: number | null };

const NO_KEY = 'none';
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const REFRESH = { refresh: ['phrase'] };

/** Writes or changes a ready-made answer of the community. */
export function PhraseSheet({ edited, kept, onClose }: Props) {
  const old = edited === 'new' ? null : edited;
  const [form, setForm] = useState<Form>(old ?? { label: '', text: '', digit: null });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const moves = usePhraseMoves(old);
  useFocusWhile(true, '.hy-sheet input');
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.words;
  const taken = kept.filter(({ phraseId }) => phraseId !== old?.phraseId).map(({ digit }) => digit);
  const save = async () => {
    const checked = checkInput(phraseInput, form);
    setFaults(checked.ok ? [] : checked.faults);
    if (checked.ok && (await moves.save(checked.value))) onClose();
  };
  const remove = async () => {
    if (await moves.remove()) onClose();
  };
  return (
    <Sheet
      isOpen
      title={old ? '修改常用回复' : '添加常用回复'}
      onClose={onClose}
      footer={
        <View className="hy-phrase__ways">
          <Button tone="primary" isBusy={moves.isBusy} onTap={() => void save()}>
            保存
          </Button>
          {old && (
            <Button tone="danger" isDisabled={moves.isBusy} onTap={() => void remove()}>
              删除
            </Button>
          )}
        </View>
      }
    >
      <Stack>
        {old && <Text className="hy-asker__note">{`由${old.ownerName}添加，全社区的值班人员共用`}</Text>}
        <TextField
          label="名称"
          value={form.label}
          placeholder="比如：约上门"
          maxLength={PHRASE_LIMITS.labelMax}
          fault={faultOf('label')}
          onInput={(label) => setForm({ ...form, label })}
        />
        <TextAreaField
          label="内容"
          value={form.text}
          placeholder="{称呼}您好，……"
          maxLength={PHRASE_LIMITS.textMax}
          fault={faultOf('text')}
          onInput={(text) => setForm({ ...form, text })}
        />
        <Text className="hy-asker__note">
          {`放入时自动换成实际内容：${PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}`}
        </Text>
        <ChoiceField
          label="数字键"
          options={[
            { value: NO_KEY, text: '不用' },
            ...DIGITS.filter((digit) => !taken.includes(digit)).map((digit) => ({
              value: String(digit),
              text: String(digit),
            })),
          ]}
          value={form.digit === null ? NO_KEY : String(form.digit)}
          onPick={(value) => setForm({ ...form, digit: value === NO_KEY ? null : Number(value) })}
        />
      </Stack>
    </Sheet>
  );
}

function usePhraseMoves(old: PhraseView | null) {
  const add = useAction(addPhrase, REFRESH);
  const change = useAction(changePhrase, REFRESH);
  const removal = useAction(removePhrase, REFRESH);
  return {
    isBusy: add.isPending || change.isPending || removal.isPending,
    async save(phrase: Form): Promise<boolean> {
      const saved = old
        ? await change.run({ phraseId: old.phraseId, version: old.version, phrase })
        : await add.run(phrase);
      if (!saved.ok) toast(saved.error.words);
      return saved.ok;
    },
    async remove(): Promise<boolean> {
      if (!old) return false;
      const words = '全社区的值班人员都不能再用这一条。';
      if (!(await confirmAsk({ title: `删除“${old.label}”？`, words, yes: '删除' }))) return false;
      const removed = await removal.run({ phraseId: old.phraseId });
      if (!removed.ok) toast(removed.error.words);
      return removed.ok;
    },
  };
}
