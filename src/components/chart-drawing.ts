import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { barOption, type BarShape } from './bar-option';
import type { Bar } from './bars';
import { lookAt } from './chart-look';

register([BarChart, GridComponent, SVGRenderer]);

/** A chart in an element of the page, in the theme that holds there when it is drawn. */
export type Drawing = { draw(bars: readonly Bar[], shape: BarShape): void; close(): void };

/** ECharts with bars alone, as SVG: sharp at any zoom. Only ever imported when a chart is to be drawn. */
export function openDrawing(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: 'svg' });
  return {
    draw(bars, shape) {
      chart.resize();
      chart.setOption(barOption(bars, lookAt(element), shape));
    },
    close: () => chart.dispose(),
  };
}
