using GaitSense.Core;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Units;

namespace GaitSense.Recording.Tests;

public sealed class MergedSampleReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryRead_SharedClock_GoesByTimeAndLeftFirst()
    {
        using MergedSampleReader reader = Open("shared", [0, 10, 10, 20], [5, 10, 30]);
        reader.Select(s => (s.Foot, s.Sample.Time.Microseconds)).ShouldBe(
        [
            (Foot.Left, 0), (Foot.Right, 5), (Foot.Left, 10), (Foot.Left, 10), (Foot.Right, 10), (Foot.Left, 20), (Foot.Right, 30),
        ]);
        reader.Fraction.ShouldBe(1);
        reader.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void TryRead_SeparateClocks_GoesByTimeSinceEachFootsFirstSample()
    {
        using MergedSampleReader reader = Open("separate", [0, 10, 20], [9_000_000, 9_000_005, 9_000_020]);
        reader.Select(s => (s.Foot, s.Sample.Time.Microseconds)).ShouldBe(
        [
            (Foot.Left, 0), (Foot.Right, 9_000_000), (Foot.Right, 9_000_005), (Foot.Left, 10), (Foot.Left, 20), (Foot.Right, 9_000_020),
        ]);
    }

    [Fact]
    public void TryRead_OneFootWithoutSamples_GivesTheOtherAndAWarning()
    {
        using MergedSampleReader reader = Open("shared", [], [1, 2]);
        reader.Count().ShouldBe(2);
        reader.Warnings.ShouldHaveSingleItem().Path.ShouldEndWith("left.csv");
    }

    [Fact]
    public void ReadRun_LongFile_HandsOutRunsAndTellsProgress()
    {
        using MergedSampleReader reader = Open("shared", [.. Enumerable.Range(0, 20_000)], [.. Enumerable.Range(20_000, 20_000)]);
        int runs = 0;
        double before = 0;
        while (reader.ReadRun(out Foot foot) is { IsEmpty: false } run)
        {
            foot.ShouldBe(run[0].Time.Microseconds < 20_000 ? Foot.Left : Foot.Right);
            reader.Fraction.ShouldBeInRange(before, 1);
            before = reader.Fraction;
            runs++;
        }

        runs.ShouldBeLessThan(100);
        reader.SamplesRead.ShouldBe(40_000);
    }

    [Fact]
    public void TryRead_SensorInG_ThrowsWithTheFile()
    {
        _folder.Write("left.csv", Csv.Header + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i * 0.01:F2},0,0,1,0,0,0\n"))));
        _folder.Write("session.json", """{"format":"gaitsense-plain-recording","sensors":[{"foot":"left","file":"left.csv"}]}""");
        using MergedSampleReader reader = PlainRecording.Open(_folder.Path).OpenSamples();
        Should.Throw<UnitSlipException>(() => reader.Count()).Path.ShouldBe(_folder["left.csv"]);
    }

    private MergedSampleReader Open(string clock, long[] leftUs, long[] rightUs)
    {
        _folder.Write("left.csv", Rows(leftUs));
        _folder.Write("right.csv", Rows(rightUs));
        _folder.Write("session.json", $$"""
            {"format":"gaitsense-plain-recording","clock":"{{clock}}","sensors":[{"foot":"right","file":"right.csv"},{"foot":"left","file":"left.csv"}]}
            """);
        return PlainRecording.Open(_folder.Path).OpenSamples();
    }

    private MergedSampleReader Open(string clock, int[] leftUs, int[] rightUs) =>
        Open(clock, [.. leftUs.Select(t => (long)t)], [.. rightUs.Select(t => (long)t)]);

    private static string Rows(long[] timesUs) =>
        Csv.Header + string.Concat(timesUs.Select(t => FormattableString.Invariant($"{t / 1e6:F6},0,0,9.8,0,0,0\n")));
}
