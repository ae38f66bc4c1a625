import { Text, View } from '@tarojs/components';
import type { DutyView } from '@domain/desk/duty.schema';
import { EMERGENCIES, type EmergencyKind, type EmergencyTable } from '@domain/desk/emergency';
import { aria } from '@/components/aria';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { callPhone } from '@/services/feedback';
import './emergency-card.scss';

type Line = { readonly phone: string; readonly words: string; readonly isFirst: boolean };
type Props = { kind: EmergencyKind; table: EmergencyTable; duty?: DutyView | undefined };

/** Before anything else: whom to call, one tap each, and what to do until they come. Needs no network. */
export function EmergencyCard({ kind, table, duty }: Props) {
  const { zh, first } = EMERGENCIES[kind];
  const names = duty?.now?.people.map(({ name }) => name).join('、');
  return (
    <View className="hy-emergency" {...aria({ role: 'alert' })}>
      <View className="hy-emergency__head">
        <Icon name="alert" />
        <Text className="hy-emergency__title">{`${zh}？先打电话`}</Text>
      </View>
      {first.map((words) => (
        <Text key={words} className="hy-emergency__first">
          {words}
        </Text>
      ))}
      <View className="hy-emergency__lines">
        {linesFor(kind, table, names).map(({ phone, words, isFirst }) => (
          <Tap
            key={words}
            className={`hy-emergency__line${isFirst ? ' hy-emergency__line--first' : ''}`}
            label={`打电话 ${words} ${phone}`}
            onTap={() => callPhone(phone)}
          >
            <View className="hy-emergency__call">
              <Icon name="phone" size="sm" />
              <Text className="hy-emergency__number">{phone}</Text>
            </View>
            <Text className="hy-emergency__who">{words}</Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}

const PUBLIC: readonly { readonly phone: string; readonly words: string }[] = [
  { phone: '119', words: '消防救援' },
  { phone: '120', words: '医疗急救' },
  { phone: '110', words: '报警' },
];

/** The number this danger calls for first, the duty room second, then the others. */
function linesFor(kind: EmergencyKind, table: EmergencyTable, onDuty: string | undefined): Line[] {
  const gas = table.gasPhone === '' ? [] : [{ phone: table.gasPhone, words: '燃气抢修' }];
  const firstCall = EMERGENCIES[kind].call ?? (gas[0]?.phone || '119');
  const all = [...gas, ...PUBLIC];
  const head = all.filter(({ phone }) => phone === firstCall);
  const rest = all.filter(({ phone }) => phone !== firstCall);
  const desk = { phone: table.dutyPhone, words: onDuty ? `值班 ${onDuty}` : '社区值班室' };
  const duty = table.dutyPhone === '' ? [] : [desk];
  return [...head, ...duty, ...rest].map((line, index) => ({ ...line, isFirst: index === 0 }));
}
