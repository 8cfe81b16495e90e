using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Tables;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Times as people write them: units by their steps, dates, clocks, batches with one time, rates that cannot be.</summary>
public sealed class TimeFormTests : IDisposable
{
    private static readonly DateTime Start = new(2024, 5, 1, 23, 59, 58, 990, DateTimeKind.Utc);

    private readonly TestFolder _folder = new();
    private readonly double[][] _rows = Tables.Rows();

    [Theory]
    [InlineData("timestamp", "yyyy-MM-dd'T'HH:mm:ss.fff", true)]
    [InlineData("datetime", "yyyy-MM-dd HH:mm:ss.ffffff", true)]
    [InlineData("time", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", true)]
    [InlineData("Time", "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", true)]
    [InlineData("Time", "dd.MM.yyyy HH:mm:ss.fff", true)]
    [InlineData("Time", "dd-MMM-yyyy HH:mm:ss.fff", true)]
    [InlineData("Time", "MM/dd/yyyy HH:mm:ss.fff", false)]
    [InlineData("Time", "HH:mm:ss.fff", false)]
    [InlineData("Time", "HH:mm:ss:fff", false)]
    [InlineData("Time", "hh:mm:ss.fff tt", false)]
    [InlineData("Time", "mm:ss.fff", false)]
    public void Convert_WrittenTime_IsReadOverMidnight(string name, string format, bool hasDate)
    {
        ImportResult result = Tables.Gives(_folder, Written(name, (v, c) => c > 0 ? Tables.Point(v, c) : Start.AddMilliseconds(Math.Round(v * 1000)).ToString(format, CultureInfo.InvariantCulture)), _rows);
        DateTimeOffset? started = PlainRecording.Open(result.Folder).Info.StartedAt;
        if (hasDate) started.ShouldBe(new DateTimeOffset(Start));
        else started.ShouldBeNull();
    }

    [Theory]
    [InlineData("timestamp", 1e3, 1.714e9)]
    [InlineData("unix_timestamp", 1, 1.714e9)]
    [InlineData("time", 1e9, 1.714e9)]
    [InlineData("t", 1e3, 0)]
    [InlineData("t", 1, 0)]
    [InlineData("millis", 1e3, 5)]
    [InlineData("micros", 1e6, 5)]
    [InlineData("time", 1e6, 12)]
    public void Convert_TimeWithoutAUnit_IsToldByItsSizeAndSteps(string name, double perSecond, double originS)
    {
        ImportResult result = Tables.Gives(_folder, Written(name, (v, c) => c > 0 ? Tables.Point(v, c) : ((decimal)originS * (decimal)perSecond + (decimal)Math.Round(v * perSecond, 3)).ToString("0.###", CultureInfo.InvariantCulture)), _rows, toleranceS: 1e-6);
        PlainRecording.Open(result.Folder).Info.StartedAt.HasValue.ShouldBe(originS > 1e6);
        result.Assumptions.ShouldContain(a => a.Contains("time by " + name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(25)]
    public void Convert_BatchesWithOneTime_AreSpreadOverTheirInterval(int size)
    {
        double[][] rows = Tables.Rows(size * 40);
        string text = Tables.Text([Tables.Header, .. Tables.Lines(rows, ',').Select((l, i) => FormattableString.Invariant($"{((i / size * size) + size - 1) * 0.01:F4}") + l[l.IndexOf(',', StringComparison.Ordinal)..])]);
        Tables.Gives(_folder, text, rows).Assumptions.ShouldContain(a => a.Contains(FormattableString.Invariant($"{size} samples share each"), StringComparison.Ordinal) && a.Contains("100 Hz", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_WholeSeconds_AreSpreadFromTheFirstOfEach()
    {
        double[][] rows = Tables.Rows(1234);
        ImportResult result = Tables.Gives(_folder, Tables.Text([Tables.Header.Replace("Time (s)", "Time", StringComparison.Ordinal), .. Tables.Lines(rows, ',', (v, c) => c > 0 ? Tables.Point(v, c) : new DateTime(2024, 5, 1, 9, 59, 58, 370, DateTimeKind.Utc).AddSeconds(v + 1e-9).ToString("HH:mm:ss", CultureInfo.InvariantCulture))]), rows, toleranceS: 0.02);
        result.Assumptions.ShouldContain(a => a.Contains("100 samples share each", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_BatchesThatArriveUnevenly_KeepTheirRate()
    {
        double[][] rows = Tables.Rows(3000);
        var chance = new Random(1);
        double last = 0;
        double[] stamps = [.. Enumerable.Range(0, 1000).Select(k => last = Math.Max(last + 0.001, Math.Round((k * 0.03) + 0.02 + (0.025 * chance.NextDouble()), 4)))];
        _folder.Write("walk.csv", Tables.Text([Tables.Header, .. Tables.Lines(rows).Select((l, i) => FormattableString.Invariant($"{stamps[i / 3]:F4}") + l[l.IndexOf(',', StringComparison.Ordinal)..])]));
        List<ImuSample> samples = Imports.One(_folder, "walk.csv").Samples;
        double[] steps = [.. samples.Zip(samples.Skip(1), (a, b) => b.Time.SecondsSince(a.Time))];
        steps.Max().ShouldBeLessThan(0.013);
        steps.Min().ShouldBeGreaterThan(0.007);
        samples[^1].Time.Seconds.ShouldBe(29.99, 0.03);
    }

    [Fact]
    public void Convert_BatchesOfWhichSomeAreMissing_KeepTheHole()
    {
        double[][] rows = Tables.Rows(1200);
        string[] lines = [.. Tables.Lines(rows).Select((l, i) => FormattableString.Invariant($"{((i / 4 * 4) + 3) * 0.01:F4}") + l[l.IndexOf(',', StringComparison.Ordinal)..])];
        double[][] left = [.. rows.Where((_, i) => i is < 600 or >= 640)];
        Tables.Gives(_folder, Tables.Text([Tables.Header, .. lines.Where((_, i) => i is < 600 or >= 640)]), left, toleranceS: 0.001)
            .Assumptions.ShouldContain(a => a.Contains("1 gap", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_TimesThatASpreadsheetRounded_AreRefusedUntilTheRateIsSaid()
    {
        string text = Tables.Text([Tables.Header.Replace("Time (s)", "Timestamp (ms)", StringComparison.Ordinal), .. Tables.Lines(_rows, ',', (v, c) => c > 0 ? Tables.Point(v, c) : "1.71422E+12")]);
        _folder.Write("walk.csv", text);
        string refusal = Imports.Fails(_folder, "walk.csv");
        refusal.ShouldContain("equal");
        refusal.ShouldContain("--rate");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
        Tables.Gives(_folder, text, _rows, new ImportOptions { RateHz = 100 });
    }

    [Theory]
    [InlineData(1e-4, "10 000 Hz")]
    [InlineData(1e-5, "100 000 Hz")]
    [InlineData(10, "0.1 Hz")]
    public void Convert_RateThatNoSensorHas_IsRefusedWithTheReason(double stepS, string says)
    {
        _folder.Write("walk.csv", Tables.Text([Tables.Header, .. Tables.Lines(_rows, ',', (v, c) => c > 0 ? Tables.Point(v, c) : (v * 100 * stepS).ToString("F6", CultureInfo.InvariantCulture))]));
        Imports.Fails(_folder, "walk.csv").ShouldContain(says);
    }

    [Fact]
    public void Convert_TwoFeetWithDates_KeepTheirOffsetAndTheStart()
    {
        string Foot(string name, double later) => _folder.Write(name, Written("time", (v, c) => c > 0 ? Tables.Point(v, c) : Start.AddMilliseconds(Math.Round((v + later) * 1000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)));
        ImportResult result = RecordingImport.Convert([Foot("left.csv", 0.25), Foot("right.csv", 0)], _folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken);
        result.Clock.ShouldBe(RecordingClock.Separate);
        Imports.Read(result, Core.Foot.Left)[0].Time.Microseconds.ShouldBe(250_000);
        Imports.Read(result, Core.Foot.Right)[0].Time.Microseconds.ShouldBe(0);
        result.Assumptions.ShouldContain(a => a.Contains("--clock shared", StringComparison.Ordinal) && a.Contains("1970", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnyInstantInAnyForm_IsThatInstant()
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ss.ffffff", "yyyy-MM-dd HH:mm:ss,ffffff", "yyyy/MM/dd HH:mm:ss.ffffff", "yyyyMMdd HH:mm:ss.ffffff", "dd.MM.yyyy HH:mm:ss.ffffff", "dd-MMM-yyyy HH:mm:ss.ffffff", "yyyy-MM-dd'T'HH:mm:ss.ffffff'+02:00'", "yyyy-MM-dd'T'HH:mm:ss.ffffff'-0530'"];
        Gen<(long Us, int Form)> any = from seconds in Gen.Choose(0, 2_000_000_000) from us in Gen.Choose(0, 999_999) from form in Gen.Choose(0, forms.Length - 1) select (((long)seconds * 1_000_000) + us, form);
        Prop.ForAll(any.ToArbitrary(), x =>
        {
            string text = DateTime.UnixEpoch.AddMicroseconds(x.Us).ToString(forms[x.Form], CultureInfo.InvariantCulture);
            long zone = x.Form switch { 6 => 7_200_000_000, 7 => -19_800_000_000, _ => 0 };
            return TimeText.Of(text.AsSpan()) is { Form: TimeForm.OfCalendar } read && read.Micros == x.Us - zone;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Of_AnyText_IsATimeOrNone() =>
        Prop.ForAll(Gen.Elements("0123456789:.,-/ TZ+apm".ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary(), text => TimeText.Of(text.AsSpan()) is null or { Micros: > -100_000_000_000 }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    public void Dispose() => _folder.Dispose();

    private string Written(string name, Func<double, int, string> number) => Tables.Text([Tables.Header.Replace("Time (s)", name, StringComparison.Ordinal), .. Tables.Lines(_rows, ',', number)]);
}
