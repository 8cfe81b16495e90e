using GaitSense.Core;

namespace GaitSense.Recording.Results;

/// <summary>A row of an analysis folder's <c>events.csv</c>.</summary>
/// <param name="Event">The event; times to the microsecond.</param>
/// <param name="TimeS">Its time as printed, s: the double nearest to the decimals.</param>
/// <param name="DetectedAtS">When its time was fixed, as printed, s; null where that is empty.</param>
public readonly record struct EventRow(GaitEvent Event, double TimeS, double? DetectedAtS);
