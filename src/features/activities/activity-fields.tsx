import { View } from '@tarojs/components';
import { ACTIVITY_LIMITS } from '@domain/activities/activity.schema';
import { Card } from '@/components/card';
import { ChoiceField } from '@/components/choice-field';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { WhenField } from '@/components/when-field';
import { ACTIVITY_LABELS, placeOf, withStart, type ActivityDraft } from './activity-draft';
import { CATEGORY_OPTIONS } from './activity-words';

type Props = {
  value: ActivityDraft;
  onChange: (part: Partial<ActivityDraft>) => void;
  faultOf: (field: string) => string | undefined;
};

/** Everything staff say about an activity. */
export function ActivityFields(props: Props) {
  return (
    <Stack>
      <Card>
        <What {...props} />
      </Card>
      <Card>
        <When {...props} />
      </Card>
      <Card>
        <Advice {...props} />
      </Card>
    </Stack>
  );
}

function What({ value, onChange, faultOf }: Props) {
  return (
    <Stack gap="lg">
      <View id={placeOf('title')}>
        <TextField
          label={ACTIVITY_LABELS.title}
          placeholder="例如：周末头花发夹课"
          value={value.title}
          maxLength={ACTIVITY_LIMITS.titleMax}
          fault={faultOf('title')}
          required
          onInput={(title) => onChange({ title })}
        />
      </View>
      <View id={placeOf('category')}>
        <ChoiceField
          label={ACTIVITY_LABELS.category}
          options={CATEGORY_OPTIONS}
          value={value.category}
          fault={faultOf('category')}
          required
          onPick={(category) => onChange({ category })}
        />
      </View>
      <View id={placeOf('summary')}>
        <TextAreaField
          label={ACTIVITY_LABELS.summary}
          placeholder="做什么、适合谁来、有没有老师带"
          value={value.summary}
          maxLength={ACTIVITY_LIMITS.summaryMax}
          fault={faultOf('summary')}
          minRows={4}
          required
          onInput={(summary) => onChange({ summary })}
        />
      </View>
    </Stack>
  );
}

function When({ value, onChange, faultOf }: Props) {
  return (
    <Stack gap="lg">
      <View id={placeOf('startsAt')}>
        <WhenField
          label={ACTIVITY_LABELS.startsAt}
          value={value.startsAt}
          fault={faultOf('startsAt')}
          onPick={(startsAt) => onChange(withStart(value, startsAt))}
        />
      </View>
      <View id={placeOf('endsAt')}>
        <WhenField
          label={ACTIVITY_LABELS.endsAt}
          value={value.endsAt}
          fault={faultOf('endsAt')}
          onPick={(endsAt) => onChange({ endsAt })}
        />
      </View>
      <View id={placeOf('enrolUntil')}>
        <WhenField
          label={ACTIVITY_LABELS.enrolUntil}
          value={value.enrolUntil}
          fault={faultOf('enrolUntil')}
          onPick={(enrolUntil) => onChange({ enrolUntil })}
        />
      </View>
      <View id={placeOf('place')}>
        <TextField
          label={ACTIVITY_LABELS.place}
          placeholder="例如：社区二楼活动室"
          value={value.place}
          maxLength={ACTIVITY_LIMITS.placeMax}
          fault={faultOf('place')}
          required
          onInput={(place) => onChange({ place })}
        />
      </View>
      <View id={placeOf('host')}>
        <TextField
          label={ACTIVITY_LABELS.host}
          placeholder="例如：社区妇联、红石榴志愿队"
          value={value.host}
          maxLength={ACTIVITY_LIMITS.placeMax}
          fault={faultOf('host')}
          required
          onInput={(host) => onChange({ host })}
        />
      </View>
      <View id={placeOf('seats')}>
        <TextField
          label={`${ACTIVITY_LABELS.seats}（人）`}
          placeholder={`1 到 ${ACTIVITY_LIMITS.seatsMax}`}
          type="number"
          value={value.seats}
          maxLength={3}
          fault={faultOf('seats')}
          required
          onInput={(seats) => onChange({ seats })}
        />
      </View>
    </Stack>
  );
}

function Advice({ value, onChange, faultOf }: Props) {
  return (
    <Stack gap="lg">
      <View id={placeOf('bring')}>
        <TextField
          label={`${ACTIVITY_LABELS.bring}（可以不写）`}
          placeholder="例如：自带剪刀和水杯"
          value={value.bring}
          maxLength={ACTIVITY_LIMITS.placeMax}
          fault={faultOf('bring')}
          onInput={(bring) => onChange({ bring })}
        />
      </View>
      <View id={placeOf('safetyNote')}>
        <TextAreaField
          label={`${ACTIVITY_LABELS.safetyNote}（可以不写）`}
          placeholder="例如：热熔胶烫手，孩子要有大人陪着"
          value={value.safetyNote}
          maxLength={100}
          fault={faultOf('safetyNote')}
          minRows={2}
          onInput={(safetyNote) => onChange({ safetyNote })}
        />
      </View>
    </Stack>
  );
}
