import { Text } from '@tarojs/components';
import { aria } from './aria';
import './fault-count.scss';

/** Beside the button of a long form: how much is still to be put right above. */
export const FaultCount = ({ count }: { count: number }) =>
  count > 0 ? (
    <Text className="hy-fault-count" {...aria({ role: 'alert' })}>{`还有${count}处要改，请看红字`}</Text>
  ) : null;
