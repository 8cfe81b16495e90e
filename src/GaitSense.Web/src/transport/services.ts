// The services of SensorProfiles (GaitSense.Protocol): a page may use no other service than those it names when a device is chosen. A test holds the two lists together.

const short = (id: string): string => `0000${id}-0000-1000-8000-00805f9b34fb`;

/** Services that sensors advertise, and beginnings of names of those that do not. */
export const Advertised = {
  services: [
    '7a0d0001-390e-4653-984e-1d20b3389a14', // GaitSense
    '15171000-4947-11e9-8646-d663bd873d93', // Movella DOT
    '326a9000-85cb-9195-d9dd-464cfbbae75a', // MetaMotion
    '0000ffe5-0000-1000-8000-00805f9a34fb', // WitMotion
  ],
  namePrefixes: ['Movella DOT', 'Xsens DOT', 'MetaWear', 'MetaMotion', 'WT901BLE', 'BWT901BLE', 'WTBLE'],
} as const;

/** All services that a dialogue with a sensor asks for. */
export const AllServices: readonly string[] = [
  ...Advertised.services,
  '15172000-4947-11e9-8646-d663bd873d93', // DOT: measurement
  '15173000-4947-11e9-8646-d663bd873d93', // DOT: battery
  short('180f'),
];
