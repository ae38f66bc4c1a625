import { NO_ROOM, roomOf, roomOptions, roomWords, withBuilding } from '@/features/people/room-choice';

const places = {
  buildings: [
    { buildingId: 'b01', name: '1号楼', gridId: 'g1', entrances: 4, floors: 18, doorsPerFloor: 4 },
    { buildingId: 'b02', name: '2号楼', gridId: 'g1', entrances: 2, floors: 6, doorsPerFloor: 2 },
  ],
  grids: [],
};
const tall = { buildingId: 'b01', entrance: 3, floor: 15, door: 2 };

describe('choosing one’s own door', () => {
  it('offers only entrances, floors and rooms the building really has', () => {
    const options = roomOptions({ ...NO_ROOM, buildingId: 'b02', floor: 6 }, places);
    expect(options.entrances.map(({ text }) => text)).toEqual(['1单元', '2单元']);
    expect(options.floors).toHaveLength(6);
    expect(options.doors.map(({ text }) => text)).toEqual(['601室', '602室']);
  });

  it('offers nothing behind a building that is not chosen yet', () => {
    const options = roomOptions(NO_ROOM, places);
    expect([options.entrances, options.floors, options.doors]).toEqual([[], [], []]);
  });

  it('drops what the other building does not have when a neighbour corrects the building', () => {
    expect(withBuilding(tall, 'b02', places)).toEqual({
      buildingId: 'b02',
      entrance: null,
      floor: null,
      door: 2,
    });
  });

  it('is a door once all four are picked', () => {
    expect(roomOf({ ...tall, door: null })).toBeNull();
    expect(roomOf(tall)).toEqual({ buildingId: 'b01', entrance: 3, room: '1502' });
    expect(roomWords(tall, places)).toBe('1号楼3单元1502室');
  });
});
