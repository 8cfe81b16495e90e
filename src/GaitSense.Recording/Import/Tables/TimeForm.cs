namespace GaitSense.Recording.Import.Tables;

/// <summary>How a column of times is written.</summary>
internal enum TimeForm
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A date and a clock: microseconds since 1970.</summary>
    OfCalendar,

    /// <summary>A clock: microseconds since midnight; it begins again at 0.</summary>
    OfDay,

    /// <summary>Minutes and seconds: microseconds since the hour; they begin again at 0.</summary>
    OfHour,
}
