import { FAQ_LIMITS } from '@domain/desk/faq.schema';
import { DAY } from '@domain/kernel/time';
import { Card } from '@/components/card';
import { PickField } from '@/components/pick-field';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { useNow } from '@/services/clock';
import { reviewOptions } from './faq-words';
import type { FaqEditor } from './use-faq-editor';

type Props = {
  editor: FaqEditor;
  owners: readonly { readonly personId: string; readonly name: string }[];
};

/** What is asked and answered, how people say it, and who keeps it true until when. */
export function FaqFields({ editor, owners }: Props) {
  const now = useNow(DAY);
  const { form, change, faults } = editor;
  const faultOf = (name: string) =>
    faults.find(({ field }) => field === name || field.startsWith(`${name}.`))?.words;
  return (
    <>
      <Card>
        <Stack>
          <TextAreaField
            label="问题"
            required
            minRows={2}
            value={form.question}
            onInput={(question) => change({ question })}
            placeholder="用居民的话写，比如：暖气不热怎么办？"
            maxLength={FAQ_LIMITS.questionMax}
            fault={faultOf('question')}
          />
          <TextAreaField
            label="回答"
            required
            minRows={4}
            value={form.answer}
            onInput={(answer) => change({ answer })}
            placeholder="先说怎么做，再说找谁、带什么、多久办好"
            maxLength={FAQ_LIMITS.answerMax}
            fault={faultOf('answer')}
          />
          <TextAreaField
            label="居民还会怎么说"
            minRows={2}
            value={form.keywords}
            onInput={(keywords) => change({ keywords })}
            placeholder={`用顿号隔开，最多${FAQ_LIMITS.keywordsMax}个，如：暖气片冰凉、家里冷`}
            fault={faultOf('keywords')}
          />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <TextField
            label="来源文件"
            required
            value={form.source}
            onInput={(source) => change({ source })}
            placeholder="依据哪份文件或公告"
            maxLength={FAQ_LIMITS.sourceMax}
            fault={faultOf('source')}
          />
          <PickField
            label="负责人"
            required
            options={owners.map(({ personId, name }) => ({ value: personId, text: name }))}
            value={form.ownerId}
            onPick={(ownerId) => change({ ownerId })}
            fault={faultOf('ownerId')}
          />
          <PickField
            label="下次核对"
            required
            options={reviewOptions(now, form.reviewOn)}
            value={form.reviewOn}
            onPick={(reviewOn) => change({ reviewOn })}
            fault={faultOf('reviewOn')}
          />
        </Stack>
      </Card>
    </>
  );
}
