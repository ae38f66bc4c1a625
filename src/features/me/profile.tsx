import { Text, View } from '@tarojs/components';
import { ROLE_LABELS } from '@domain/kernel/roles';
import type { MeView } from '@domain/people/people.schema';
import { Face } from '@/components/face';
import './profile.scss';

/** Who the community takes me for. */
export const Profile = ({ me }: { me: MeView }) => (
  <View className="hy-profile">
    <Face face={me.face} name={me.name} size="xl" />
    <View className="hy-profile__words">
      <Text className="hy-profile__name">{me.name}</Text>
      <View className="hy-profile__roles">
        {me.roles.map((role) => (
          <Text key={role} className="hy-profile__role">
            {ROLE_LABELS[role]}
          </Text>
        ))}
      </View>
      <Text className="hy-profile__community">{`${me.community.subdistrict} · ${me.community.name}`}</Text>
    </View>
  </View>
);
