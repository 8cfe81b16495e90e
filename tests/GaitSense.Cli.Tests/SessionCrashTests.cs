using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Cli.Tests;

/// <summary>
/// The real program records a walk in real time, and is killed with -9, or its drive fills up, at any moment: the file opens, at most the last second is missing,
/// and no sample is wrong. GAITSENSE_KILLS and GAITSENSE_FULL_DISKS say how often; .ci/full asks for 1000 and 200.
/// </summary>
public sealed class SessionCrashTests : IDisposable
{
    private const double MaxLostS = 1.0;

    private static readonly Lazy<SimulatedRecording> Walk = new(() => SimulationPresets.Find("healthy")!.Record(seed: 1, durationS: 20 - SimulatedFeet.LeadS));

    private readonly RecordingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_AtAnyMoment_LosesAtMostTheLastSecondAndNoSampleIsWrong()
    {
        int kills = Times("GAITSENSE_KILLS", 6);
        double most = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, kills), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (i, _) =>
        {
            string session = _folder[string.Create(CultureInfo.InvariantCulture, $"s{i}")];
            using RecordingProcess process = RecordingProcess.Start([], session);
            HostTime live = await process.UntilAsync("left: live");
            await Task.Delay(TimeSpan.FromMilliseconds(new Random(i).Next(0, 6000)), CancellationToken.None);
            HostTime killed = process.Kill();
            // In its first moments a recording has no name yet: then all of it is lost.
            bool isNamed = File.Exists(Path.Combine(session, SessionFolder.SessionFile));
            double lost = isNamed ? await LostAsync(session, killed) : killed.SecondsSince(live);
            lost.ShouldBeLessThanOrEqualTo(MaxLostS, $"kill {i}");
            InterlockedMax(ref most, lost);
            Directory.Delete(session, recursive: true);
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, at most {most:0.00} s lost"));
    }

    [Theory, InlineData("TERM", 143), InlineData("INT", ExitCode.Interrupted)]
    public async Task SignalWithItsEcho_AsTimeoutSendsIt_EndsTheWalkAndSavesIt(string signal, int code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent with kill.");
        string session = _folder["signalled"];
        using RecordingProcess process = RecordingProcess.Start([], session);
        await process.UntilAsync("left: live");
        await process.SignalAsync(signal, times: 3);
        (int ended, string output) = await process.EndAsync();
        ended.ShouldBe(code, output);
        output.ShouldContain($"recording: {session}");
        (await Cli.RunAsync("doctor", session)).Out.ShouldContain("whole");
    }

    [Fact]
    public async Task FullDisk_AtAnyMoment_IsSaidTheWalkGoesOnAndWhatWasRecordedOpens()
    {
        Assert.SkipUnless(await RecordingProcess.CanMountAsync(), "Needs a small drive of its own (unshare and tmpfs), which this system does not allow.");
        int disks = Times("GAITSENSE_FULL_DISKS", 3);
        double most = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, disks), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (i, _) =>
        {
            string session = _folder[string.Create(CultureInfo.InvariantCulture, $"d{i}")];
            int kilobytes = 12 + (4 * new Random(i).Next(0, 8)); // whole pages of a drive that fills at some 4 kB/s
            using RecordingProcess process = RecordingProcess.StartOnSmallDrive(kilobytes, session, _folder[string.Create(CultureInfo.InvariantCulture, $"drive{i}")]);
            HostTime said = await process.UntilAsync("RECORDING STOPPED");
            (int code, string output) = await process.EndAsync();
            code.ShouldBe(ExitCode.Failed, output);
            output.Contains("The walk goes on", StringComparison.Ordinal).ShouldBeTrue(output);
            output.Contains("m walked", StringComparison.Ordinal).ShouldBeTrue(output);
            output.Split('\n').Count(l => l.Contains(" stride ", StringComparison.Ordinal)).ShouldBeGreaterThan(8, output); // all of the walk, not what fitted
            double lost = await LostAsync(session, said);
            lost.ShouldBeLessThanOrEqualTo(MaxLostS, $"disk {i} of {kilobytes} kB\n{output}");
            InterlockedMax(ref most, lost);
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{disks} full disks, at most {most:0.00} s lost"));
    }

    private static int Times(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int n) ? n : usual;

    // From the last thing that is in the file to the end, s; and every sample is one that was played, at its place.
    private static async Task<double> LostAsync(string session, HostTime end)
    {
        HostTime last = default;
        using (SessionFileReader reader = SessionFileReader.Open(Path.Combine(session, SessionFolder.SessionFile)))
        {
            while (reader.TryRead(out SessionRecord record))
                if (record.Time > last) last = record.Time;
        }

        using SessionSource source = SessionSource.Open(session, new WalkRunnerOptions());
        IReadOnlyDictionary<Foot, List<ImuSample>> samples = await SamplesAsync(source);
        foreach ((Foot foot, List<ImuSample> got) in samples) ShouldBePlayed(foot, got, source.Quality.First(q => q.Foot == foot).Lost);
        return end.SecondsSince(last);
    }

    private static async Task<IReadOnlyDictionary<Foot, List<ImuSample>>> SamplesAsync(SessionSource source)
    {
        Dictionary<Foot, List<ImuSample>> samples = source.Feet.ToDictionary(f => f, _ => new List<ImuSample>());
        await foreach (SampleBlock block in source.ReadAsync(CancellationToken.None))
        {
            using (block)
            {
                foreach (FootedSample sample in block.Samples) samples[sample.Foot].Add(sample.Sample);
            }
        }

        return samples;
    }

    // A computer that is too busy loses samples of the air before they come to the recorder, and its links say how many: no others may be missing.
    private static void ShouldBePlayed(Foot foot, List<ImuSample> got, long lost)
    {
        if (got.Count == 0) return; // killed before the clocks were known
        ImuSample[] truth = [.. PlayedSamples.Of("walk", foot, Walk.Value.SamplesOf(foot).ToArray()).WithStanding(SimulatedFeet.LeadS, 20).Samples];
        // At rest readings look alike: the place is where all of them fit.
        Enumerable.Range(0, truth.Length).Any(first => Same(truth[first], got[0]) && Fits(truth.AsSpan(first), got, lost))
            .ShouldBeTrue($"{foot}: {got.Count} samples, each one that was played, in order, none missing but {lost} of the air");
    }

    private static bool Fits(ReadOnlySpan<ImuSample> truth, List<ImuSample> got, long lost)
    {
        int at = 0;
        foreach (ImuSample sample in got)
        {
            for (; at < truth.Length && !Same(truth[at], sample); at++)
                if (--lost < 0) return false;
            if (at++ >= truth.Length) return false;
        }

        return true;
    }

    // Within half a step of 16 g and 2000 degrees/s in 16 bits.
    private static bool Same(ImuSample a, ImuSample b) => (a.AccelMps2 - b.AccelMps2).Length < 0.006 && (a.GyroRadPerS - b.GyroRadPerS).Length < 0.0013;

    private static void InterlockedMax(ref double most, double value)
    {
        double seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen) { }
    }
}
