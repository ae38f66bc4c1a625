import { Text, View } from '@tarojs/components';
import { CASEWORK_LIMITS, CHANNELS, CHANNEL_WORDS } from '@domain/desk/casework.schema';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import { aria } from '@/components/aria';
import { ChoiceField } from '@/components/choice-field';
import { Chips } from '@/components/chips';
import { Field } from '@/components/field';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { focusOn } from '@/services/focus';
import { callerOptions, usualChoice } from './caller-choice';
import type { RecordForm } from './use-record-form';
import './record-form.scss';

const CHANNEL_OPTIONS = CHANNELS.map((value) => ({ value, text: CHANNEL_WORDS[value] }));

/** From who it is to what they said, with one key. */
const toWords = (): void => {
  if (PLATFORM === 'h5') focusOn('.hy-told-us__words textarea');
};

/** How it came, who it is for, what they said; and what was answered at once. */
export function RecordFields({ form }: { form: RecordForm }) {
  const { value, change, faultOf } = form;
  return (
    <Stack>
      <ChoiceField
        label="怎么来的"
        options={CHANNEL_OPTIONS}
        value={value.channel}
        onPick={(channel) => change({ channel })}
      />
      <View className="hy-told-us__who">
        <TextField
          label="哪一户、哪一位"
          value={value.query}
          onInput={(query) => change({ query, picked: null })}
          placeholder="3-2-501，或从姓开始打姓名"
          maxLength={CASEWORK_LIMITS.queryMax}
          fault={faultOf('who') ?? (form.caller.trouble || undefined)}
          onConfirm={toWords}
          required
        />
        <Candidates form={form} />
      </View>
      {form.choice?.kind === 'home' && <CallerFields form={form} isNamed={false} />}
      {form.choice?.kind === 'name' && <CallerFields form={form} isNamed />}
      <View className="hy-told-us__words">
        <TextAreaField
          label="说了什么事"
          value={value.text}
          onInput={(text) => change({ text })}
          placeholder="照原话记，比如：厨房下水道返水"
          maxLength={THREAD_LIMITS.textMax}
          minRows={2}
          fault={faultOf('text')}
          required
        />
      </View>
      <AnswerFields form={form} />
    </Stack>
  );
}

/** Whom the words name; the only possibility is chosen already. */
function Candidates({ form }: { form: RecordForm }) {
  const { found } = form.caller;
  if (!found) return null;
  const chosen = form.value.picked ?? usualChoice(found);
  return (
    <View className="hy-told-us__found" {...aria({ role: 'status' })}>
      {found.home && <Text className="hy-told-us__home">{found.home.label}</Text>}
      <Chips
        label="是哪一位"
        options={callerOptions(found)}
        isMany={false}
        isChosen={(option) => option === chosen}
        onTap={(picked) => form.change({ picked })}
      />
    </View>
  );
}

/** Somebody without the app: a name and a number to call back, both if they like. */
function CallerFields({ form, isNamed }: { form: RecordForm; isNamed: boolean }) {
  const { value, change, faultOf } = form;
  return (
    <View className="hy-told-us__caller">
      <Stack>
        {!isNamed && (
          <TextField
            label="怎么称呼"
            value={value.callerName}
            onInput={(callerName) => change({ callerName })}
            placeholder="可以不填"
            maxLength={CASEWORK_LIMITS.nameMax}
            fault={faultOf('callerName')}
          />
        )}
        <TextField
          label="回电号码（加密保存）"
          type="phone"
          value={value.callerPhone}
          onInput={(callerPhone) => change({ callerPhone })}
          placeholder="可以不填"
          maxLength={20}
          fault={faultOf('callerPhone')}
        />
      </Stack>
    </View>
  );
}

function AnswerFields({ form }: { form: RecordForm }) {
  const { value, change, faultOf } = form;
  const states = [
    { value: 'answered', text: '已当场答复' },
    ...(value.isAnswered ? [{ value: 'resolved', text: '事情办好了' }] : []),
  ];
  return (
    <>
      <Field label="当场怎么办的">
        <Chips
          label="当场怎么办的"
          options={states}
          isMany
          isChosen={(state) => (state === 'answered' ? value.isAnswered : value.isResolved)}
          onTap={(state) =>
            change(
              state === 'answered' ? { isAnswered: !value.isAnswered } : { isResolved: !value.isResolved },
            )
          }
        />
      </Field>
      {value.isAnswered && (
        <TextAreaField
          label="答复了什么"
          value={value.answer}
          onInput={(answer) => change({ answer })}
          placeholder="比如：已请物业师傅半小时内上门"
          maxLength={THREAD_LIMITS.textMax}
          minRows={2}
          fault={faultOf('answer')}
          required
        />
      )}
    </>
  );
}
