using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Walk.Tests;

/// <summary>A sensor that streams at another rate than it was asked for is said to.</summary>
public sealed class LinkRateWordsTests
{
    [Theory]
    [InlineData(200, 99.8, true)]
    [InlineData(200, 190.5, true)]
    [InlineData(200, 198.9, false)]
    [InlineData(100, null, false)]
    public void Warnings_NameTheAskedAndTheMeasuredRate_WhereTheyDiffer(double askedHz, double? measuredHz, bool isSaid)
    {
        string[] words = [.. LinkWarnings.Of(Quality with { AskedRateHz = askedHz, MeasuredRateHz = measuredHz })];
        if (isSaid) words.ShouldHaveSingleItem().ShouldStartWith(FormattableString.Invariant($"Left sensor: asked for {askedHz:0.#} Hz, measured {measuredHz:0.0} Hz"));
        else words.ShouldBeEmpty();
    }

    private static LinkQuality Quality => new()
    {
        Foot = Foot.Left,
        Received = 1,
        Lost = 0,
        Duplicates = 0,
        Reordered = 0,
        Late = 0,
        Malformed = 0,
        Dropped = 0,
        Clipped = 0,
        Reconnects = 0,
        Restarts = 0,
        JitterMedianS = null,
        JitterP99S = null,
        RssiDbm = null,
        BatteryPercent = null,
        ClockUncertaintyS = null,
    };
}
