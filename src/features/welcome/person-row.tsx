import { Text, View } from '@tarojs/components';
import { aria } from '@/components/aria';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import './person-row.scss';

type PersonRowProps = { name: string; note: string; tint: number; isBusy: boolean; onTap: () => void };

/** Somebody to be: the first character of the name in a colour of the group, the name, and one line about them. */
export const PersonRow = ({ name, note, tint, isBusy, onTap }: PersonRowProps) => (
  <Tap className="hy-person" onTap={onTap} isDisabled={isBusy} label={`以${name}的身份进入，${note}`}>
    <View className={`hy-person__seal hy-person__seal--${tint % 5}`} {...aria({ isHidden: true })}>
      <Text>{[...name][0] ?? ''}</Text>
    </View>
    <View className="hy-person__words">
      <Text className="hy-person__name">{name}</Text>
      <Text className="hy-person__note">{note}</Text>
    </View>
    <Icon name="chevron" size="sm" />
  </Tap>
);
