import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { useThemeClass } from '@/services/display';
import { aria } from './aria';
import { BarRows } from './bar-rows';
import type { Bar } from './bars';
import type { Drawing, openDrawing } from './chart-drawing';
import { classNames } from './class-names';
import { Tap } from './tap';
import { useChartRoom, useElement, type Room } from './use-chart-room';
import './bar-chart.scss';

type Props = {
  title: string;
  bars: readonly Bar[];
  onOpen: (bar: Bar) => void;
  /** Bars that stand, for times in a row; where there is no room for that they lie. */
  isUpright?: boolean;
  /** The same as words, for who would rather read. */
  asWords?: boolean;
};

/** A line narrower than this many letters holds no name, bar and count. */
const NARROWEST_EMS = 15;
type Open = typeof openDrawing;

/**
 * Bars drawn by ECharts, each of which opens what it counts, by finger, mouse or keyboard. Where ECharts cannot be
 * (WeChat, letters too large for the line, no network) it is rows of words.
 */
export function BarChart({ title, bars, onOpen, isUpright = false, asWords = false }: Props) {
  const [box, boxRef] = useElement();
  const room = useChartRoom(box);
  const hasRoom = !asWords && room !== null && room.width > NARROWEST_EMS * room.fontPx;
  const echarts = useEcharts(hasRoom);
  return (
    <View
      className="hy-chart"
      {...(PLATFORM === 'h5' ? { ref: boxRef } : {})}
      {...aria({ role: 'group', label: title })}
    >
      {PLATFORM === 'h5' && hasRoom && echarts !== 'failed' ? (
        <Drawn
          key={isUpright && fitsUpright(room, bars) ? 'upright' : 'lying'}
          bars={bars}
          room={room}
          isUpright={isUpright && fitsUpright(room, bars)}
          open={echarts}
          onOpen={onOpen}
        />
      ) : (
        <BarRows bars={bars} onOpen={onOpen} />
      )}
    </View>
  );
}

const fitsUpright = ({ width, targetPx }: Room, bars: readonly Bar[]): boolean =>
  width >= targetPx * bars.length;

/** Written so that the build sees it is never wanted on WeChat, whose packages are too small for it. */
const fetchEcharts = PLATFORM === 'h5' ? () => import('./chart-drawing') : null;

/** ECharts, fetched when it is first wanted; null until then. */
function useEcharts(isWanted: boolean): Open | 'failed' | null {
  const [open, setOpen] = useState<Open | 'failed' | null>(null);
  useEffect(() => {
    if (!fetchEcharts || !isWanted) return;
    void fetchEcharts().then(
      (module) => setOpen(() => module.openDrawing),
      () => setOpen('failed'),
    );
  }, [isWanted]);
  return open;
}

type DrawnProps = Pick<Props, 'bars' | 'onOpen'> & { room: Room; isUpright: boolean; open: Open | null };

/** Bars that stand need less room below one another than those that lie, which are a finger high each. */
const UPRIGHT_TARGETS = 5;

/** The picture, and under each bar the button that a finger, a key or a screen reader finds, before the picture is there. */
function Drawn({ bars, room, isUpright, open, onOpen }: DrawnProps) {
  const theme = useThemeClass();
  const [paper, paperRef] = useElement();
  const drawing = useRef<Drawing | null>(null);
  useEffect(() => {
    if (!paper || !open) return undefined;
    const opened = open(paper);
    drawing.current = opened;
    return () => {
      drawing.current = null;
      opened.close();
    };
  }, [paper, open]);
  useEffect(() => {
    if (paper) drawing.current?.draw(bars, { isUpright, width: room.width });
  }, [paper, open, bars, isUpright, room, theme]);
  return (
    <View
      className={classNames('hy-chart__drawn', isUpright && 'hy-chart__drawn--upright')}
      style={{ height: `${room.targetPx * (isUpright ? UPRIGHT_TARGETS : bars.length)}px` }}
    >
      <View className="hy-chart__paper" ref={paperRef} {...aria({ isHidden: true })} />
      {bars.map((bar) => (
        <Tap key={bar.id} className="hy-chart__bar" label={bar.label} onTap={() => onOpen(bar)} />
      ))}
    </View>
  );
}
