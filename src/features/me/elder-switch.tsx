import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import { classNames } from '@/components/class-names';
import { Tap } from '@/components/tap';
import { useDisplay } from '@/services/display';
import './elder-switch.scss';

/** Larger letters and buttons, stronger contrast, fewer things at once. It shows what it does. */
export function ElderSwitch() {
  const { isElder, setElder } = useDisplay();
  return (
    <Tap
      className="hy-elder-switch"
      role="switch"
      label="长辈版，字更大，内容更少"
      isChecked={isElder}
      onTap={() => setElder(!isElder)}
    >
      <Icon name="text" size="lg" />
      <View className="hy-elder-switch__words">
        <Text className="hy-elder-switch__title">长辈版</Text>
        <Text className="hy-elder-switch__hint">
          {isElder ? '已打开，点一下关掉' : '字更大，按钮更大，更简单'}
        </Text>
      </View>
      <View className={classNames('hy-elder-switch__track', isElder && 'hy-elder-switch__track--on')}>
        <View className="hy-elder-switch__knob" />
      </View>
    </Tap>
  );
}
