using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Session;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>A recorded session gives, whenever it is replayed, what was decided while it was walked: to the last byte.</summary>
public sealed class SessionRecordingTests(RecordedWalk walk) : IClassFixture<RecordedWalk>
{
    private readonly RecordedWalk _walk = walk;

    [Fact]
    public async Task Replay_OfATroubledWalk_DecidesTheSameRows()
    {
        using SessionSource source = SessionSource.Open(_walk.Folder, new WalkRunnerOptions());
        List<string> replayed = await RecordedWalk.ReplayAsync(source);
        replayed.Count.ShouldBeGreaterThan(500);
        replayed.ShouldBe(_walk.Live);
        replayed.Count(r => r.StartsWith("cues.csv:", StringComparison.Ordinal) && r.Contains(",beat,", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        replayed.Count(r => r.StartsWith("cues.csv:", StringComparison.Ordinal) && r.EndsWith(",stopped", StringComparison.Ordinal)).ShouldBeGreaterThan(0, "a cue that was taken back on request");
        RecordedWalk.RowsIn(_walk.Folder).ShouldBe(_walk.Live);
        source.Quality.Sum(q => q.Received).ShouldBe(_walk.Samples);
        source.Quality.ShouldAllBe(q => q.Reconnects == 1);
        source.Markers.ShouldHaveSingleItem().What.ShouldBe("the end");
        source.Manifest.Person.Id.ShouldBe("P1");
        source.Manifest.SettingsHash.Length.ShouldBe(16);
    }

    [Fact]
    public async Task Replay_InAnyChunks_DecidesTheSameRows()
    {
        for (int seed = 0; seed < (FullRun.IsWanted ? 100 : 10); seed++)
        {
            using SessionSource source = SessionSource.Open(_walk.Folder, new WalkRunnerOptions());
            (await RecordedWalk.ReplayAsync(new ChunkedSource(source, new Random(seed)))).ShouldBe(_walk.Live, $"seed {seed}");
        }
    }

    [Fact]
    public async Task Records_ChangedInAnyWay_AreReadWithoutAnythingElseThanAClearError()
    {
        // What is damaged on a disk does not come so far: these blocks are whole, and what is in them makes no sense.
        int inputs = int.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_FUZZ_RECORDS"), System.Globalization.CultureInfo.InvariantCulture, out int n) ? n : 20_000;
        using TestFolder folder = new();
        string file = folder[SessionFolder.SessionFile];
        int changed = 0;
        for (int seed = 0; changed < inputs; seed++)
        {
            File.Delete(file);
            changed += ChangedRecords.Write(Path.Combine(_walk.Folder, SessionFolder.SessionFile), file, new Random(seed));
            try
            {
                using SessionSource source = SessionSource.Open(file, new WalkRunnerOptions());
                await foreach (SampleBlock block in source.ReadAsync(CancellationToken.None)) block.Dispose();
                source.Warnings.Count.ShouldBeGreaterThanOrEqualTo(0);
            }
            catch (RecordingFormatException e)
            {
                e.Message.ShouldNotContain("\n");
            }
        }
    }

    [Fact]
    public void File_OfAWalk_IsSmallerThanWhatTheSensorsSent()
    {
        long size = new FileInfo(Path.Combine(_walk.Folder, SessionFolder.SessionFile)).Length;
        ((double)size / RecordedWalk.NotifiedBytes(_walk.Folder)).ShouldBeLessThan(1.15);
    }

    [Fact]
    public async Task Folder_TakenAwayDuringTheWalk_IsAFailureAndIsNotMadeAnew()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems keep a folder while a file in it is open.");
        using TestFolder folder = new();
        SimulatedWalk rest = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(4)], seed: 3);
        using BleWorld world = new((o, _) => o, new SimulatedRecording(rest, new ImuErrorModel { RateHz = BleWorld.RateHz }, seed: 5))
        {
            Recording = SessionRecording.Create(folder.Path, TimeProvider.System),
        };
        world.Connect();
        SpinWait.SpinUntil(() => File.Exists(folder[SessionFolder.SessionFile]), TimeSpan.FromSeconds(30)).ShouldBeTrue();
        folder.Dispose();
        world.Recording.Recorder.OnEnded(world.Source, new WalkEnd { Interrupted = false, Failure = null, Quality = [], DurationS = 4 });
        world.Recording.Recorder.Failure.ShouldBeOfType<RecordingWriteException>().Message.ShouldContain(SessionFolder.ManifestFile);
        Directory.Exists(folder.Path).ShouldBeFalse();
        world.Stop();
        await world.Recording.DisposeAsync();
    }

    /// <summary>The same samples in blocks of other sizes.</summary>
    private sealed class ChunkedSource(IWalkSource inner, Random random) : SourceAround(inner)
    {
        public override async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (SampleBlock block in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                using (block)
                {
                    if (block.Request is not null) yield return new SampleBlock(1) { Request = block.Request };
                    for (int at = 0; at < block.Count;)
                    {
                        int count = Math.Min(block.Count - at, random.Next(1, 40));
                        var part = new SampleBlock(count) { ClockUncertaintyS = at == 0 ? block.ClockUncertaintyS : null };
                        foreach (FootedSample sample in block.Samples.Slice(at, count)) part.Add(in sample);
                        at += count;
                        yield return part;
                    }
                }
            }
        }
    }
}
