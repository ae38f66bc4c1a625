import { View } from '@tarojs/components';
import type { PlacesView } from '@domain/people/people.schema';
import { NOTICE_KIND_LABELS, NOTICE_KINDS, NOTICE_LIMITS } from '@domain/notices/notice.schema';
import { Button } from '@/components/button';
import { ChoiceField } from '@/components/choice-field';
import { Section } from '@/components/section';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import { confirmAsk } from '@/services/feedback';
import { LevelField } from './level-field';
import { faultAt, NOTICE_FIELD_LABELS as LABELS } from './notice-form';
import { applyTemplate, NOTICE_TEMPLATES, type NoticeTemplate } from './notice-templates';
import { TargetField } from './target-field';
import type { NoticeEditor } from './use-notice-editor';
import './notice-fields.scss';

const KINDS = NOTICE_KINDS.map((value) => ({ value, text: NOTICE_KIND_LABELS[value] }));

/** The form of a notice, in the order staff think: what it is, the words, when, for whom. */
export function NoticeFields({ editor, places }: { editor: NoticeEditor; places: PlacesView }) {
  const { form, faults, change } = editor;
  const at = (field: string) => faultAt(faults, field);
  return (
    <Stack gap="lg">
      <Templates editor={editor} />
      <ChoiceField
        label={LABELS.kind}
        options={KINDS}
        value={form.kind}
        onPick={(kind) => change({ kind })}
        fault={at('kind')}
      />
      <LevelField value={form.level} onPick={(level) => change({ level })} fault={at('level')} />
      <TextField
        label={LABELS.title}
        value={form.title}
        onInput={(title) => change({ title })}
        placeholder="一句话说清楚，比如：3号楼明天停水"
        maxLength={NOTICE_LIMITS.titleMax}
        fault={at('title')}
        required
      />
      <TextAreaField
        label={LABELS.body}
        value={form.body}
        onInput={(body) => change({ body })}
        placeholder="在哪里、为什么、影响什么"
        maxLength={NOTICE_LIMITS.bodyMax}
        fault={at('body')}
        required
      />
      <TextAreaField
        label={LABELS.whatToDo}
        value={form.whatToDo}
        onInput={(whatToDo) => change({ whatToDo })}
        placeholder="居民看完该做什么，一条一条写"
        maxLength={NOTICE_LIMITS.bodyMax}
        fault={at('whatToDo')}
        required
      />
      <WhenField
        label={LABELS.startsAt}
        value={form.startsAt}
        onPick={(startsAt) => change({ startsAt })}
        fault={at('startsAt')}
        required
      />
      <WhenField
        label={LABELS.endsAt}
        value={form.endsAt}
        onPick={(endsAt) => change({ endsAt })}
        fault={at('endsAt')}
        required
      />
      <TextField
        label={LABELS.issuer}
        value={form.issuer}
        onInput={(issuer) => change({ issuer })}
        placeholder="比如：锦绣城社区、自来水公司"
        maxLength={30}
        fault={at('issuer')}
        required
      />
      <TargetField form={form} places={places} onChange={change} fault={at('target')} />
    </Stack>
  );
}

function Templates({ editor: { form, change, mode } }: { editor: NoticeEditor }) {
  if (mode === 'published') return null;
  const fill = async (template: NoticeTemplate) => {
    const isWritten = form.title.trim() !== '' || form.body.trim() !== '';
    const question = {
      title: `换成“${template.name}”的写法？`,
      words: '已经写好的标题和内容会被替换。',
      yes: '替换',
    };
    if (isWritten && !(await confirmAsk(question))) return;
    change(applyTemplate(form, template, Date.now()));
  };
  return (
    <Section title="常用写法" hint="点一个，改几个字就能用">
      <View className="hy-notice-templates">
        {NOTICE_TEMPLATES.map((template) => (
          <View key={template.id} className="hy-notice-templates__one">
            <Button tone="secondary" onTap={() => void fill(template)}>
              {template.name}
            </Button>
          </View>
        ))}
      </View>
    </Section>
  );
}
