namespace GaitSense.Core;

/// <summary>A time in which a foot's samples have no times that a stride could be measured by: some vanished unseen, or their rate is not known.</summary>
/// <param name="Foot">The foot.</param>
/// <param name="From">Its begin, walk time; it may have been before now.</param>
/// <param name="Until">Its end as far as known, walk time; it may be later than now.</param>
public readonly record struct UnsureTime(Foot Foot, DeviceTime From, DeviceTime Until);
