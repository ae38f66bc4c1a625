import { Text } from '@tarojs/components';
import { useState } from 'react';
import { spanOf, type Days } from '@domain/desk/figures.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { PickField } from '@/components/pick-field';
import { Row } from '@/components/row';
import { Stack } from '@/components/stack';
import { dayChoices, daysWords, monthBefore, monthFollowing } from './month';
import './days-choice.scss';

type Props = { days: Days; today: string; onChange: (days: Days) => void };

/** Which days are counted: month by month with one tap, or from any day to any other. */
export function DaysChoice({ days, today, onChange }: Props) {
  const [isChoosing, setChoosing] = useState(false);
  const following = monthFollowing(days, today);
  const choices = dayChoices(today);
  const choose = (chosen: Days) => (spanOf(chosen) ? onChange(chosen) : undefined);
  return (
    <Card>
      <Stack>
        <Text className="hy-days-choice__days" {...aria({ role: 'heading' })}>
          {daysWords(days, today)}
        </Text>
        <Row isWrapping>
          <Button tone="secondary" onTap={() => onChange(monthBefore(days, today))}>
            上个月
          </Button>
          {following ? (
            <Button tone="secondary" onTap={() => onChange(following)}>
              下个月
            </Button>
          ) : null}
          {isChoosing ? null : (
            <Button tone="quiet" onTap={() => setChoosing(true)}>
              自选日期
            </Button>
          )}
        </Row>
        {isChoosing ? (
          <>
            <PickField
              label="从哪天"
              options={choices.filter(({ value }) => spanOf({ fromOn: value, untilOn: days.untilOn }))}
              value={days.fromOn}
              onPick={(fromOn) => choose({ ...days, fromOn })}
            />
            <PickField
              label="到哪天"
              options={choices.filter(({ value }) => spanOf({ fromOn: days.fromOn, untilOn: value }))}
              value={days.untilOn}
              onPick={(untilOn) => choose({ ...days, untilOn })}
            />
            <Text>一次最多看 92 天。要看更早的，先按“上个月”。</Text>
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
