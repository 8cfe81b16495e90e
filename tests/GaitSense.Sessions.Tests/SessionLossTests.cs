using System.Buffers.Binary;
using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Export;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>A session of which something is missing is never called whole, says how much is missing, and so do its copies.</summary>
public sealed class SessionLossTests : IClassFixture<RecordedWalk>, IDisposable
{
    private const int FileHeader = 20, BlockHeader = 24;

    private readonly TestFolder _folder = new();
    private readonly RecordedWalk _walk;
    private readonly byte[] _whole, _manifest;

    public SessionLossTests(RecordedWalk walk)
    {
        _walk = walk;
        _manifest = File.ReadAllBytes(Path.Combine(walk.Folder, SessionFolder.ManifestFile));
        _whole = InEvenBlocks();
    }

    private string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Session_AsItWasRecorded_IsWhole()
    {
        Judged judged = Judge(Folder("s", _whole));
        judged.IsWhole.ShouldBeTrue();
        judged.MissingS.ShouldBe(0);
        judged.Sentences.ShouldBeEmpty();
        Judge(Folder("alone", _whole, hasManifest: false)).IsWhole.ShouldBeTrue("the file knows its end by itself");
    }

    [Fact]
    public void Session_CutAtEachOfItsLast2000BytesAndAroundEachBlock_SaysHowManySecondsAreMissing()
    {
        string folder = Folder("cut", _whole);
        List<(int End, HostTime Last)> blocks = BlocksOf(folder);
        var manifest = SessionManifest.Read("manifest", _manifest);
        double endedS = (manifest.EndedUtc!.Value - manifest.StartedUtc).TotalSeconds;
        IEnumerable<int> places = Enumerable.Range(_whole.Length - 2000, 2000).Concat(blocks.SelectMany(b => new[] { b.End - 1, b.End, b.End + 1 }))
            .Where(p => p < _whole.Length).Distinct().OrderDescending();
        using FileStream file = new(Path.Combine(folder, SessionFolder.SessionFile), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        foreach (int length in places)
        {
            file.SetLength(length);
            HostTime last = blocks.Where(b => b.End <= length).Select(b => b.Last).DefaultIfEmpty(new HostTime(manifest.StartedHostUs)).Max();
            double missingS = Math.Max(0, endedS - ((last.Microseconds - manifest.StartedHostUs) * 1e-6));
            Judged judged = Judge(folder);
            judged.IsWhole.ShouldBeFalse($"cut at {length}");
            judged.MissingS!.Value.ShouldBe(missingS, 1e-3, $"cut at {length}");
            judged.Sentences.ShouldContain(s => s.Contains(FormattableString.Invariant($"{missingS:0.0} s are missing at its end"), StringComparison.Ordinal), $"cut at {length}");
        }
    }

    [Fact]
    public void Session_CutWithoutItsManifest_SaysThatNobodyKnowsHowMuchIsMissing()
    {
        string folder = Folder("cut", _whole, hasManifest: false);
        foreach ((int end, _) in BlocksOf(folder).SkipLast(1))
        {
            File.WriteAllBytes(Path.Combine(folder, SessionFolder.SessionFile), _whole[..end]);
            Judged judged = Judge(folder);
            (judged.IsWhole, judged.MissingS).ShouldBe((false, null));
            judged.Sentences.ShouldContain(s => s.Contains("How much is missing at its end is not known", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Session_WithADamagedFirstBlockAndAWholeManifest_LosesThatBlockAlone()
    {
        byte[] damaged = [.. _whole];
        damaged[FileHeader + BlockHeader + 30] ^= 0x40;
        string folder = Folder("first", damaged);
        (long whole, long left) = (SamplesOf(Folder("s", _whole)), SamplesOf(folder));
        // A sample has at least 12 bytes.
        int block = BlocksOf(this["s"])[0].End - FileHeader;
        left.ShouldBeInRange(Math.Max(1, whole - (block / 12)), whole, "no more is gone than was in that block");

        // A copy needs neither the damaged block nor what is beside it.
        SessionRepair.Mend(Path.Combine(folder, SessionFolder.SessionFile), SessionManifests.Of(Path.Combine(folder, SessionFolder.SessionFile)), this["mended"]);
        File.Delete(Path.Combine(this["mended"], SessionFolder.ManifestFile));
        SamplesOf(this["mended"]).ShouldBe(left);

        File.Delete(Path.Combine(folder, SessionFolder.ManifestFile));
        Should.Throw<RecordingFormatException>(() => SamplesOf(folder)).Message.ShouldContain("has no manifest that is whole");

        static long SamplesOf(string folder)
        {
            using SessionSource session = SessionSource.Open(folder, new ReadOptions());
            while (session.TryRead(out SampleBlock block)) block.Dispose();
            return session.Samples.Values.Sum();
        }
    }

    [Theory, InlineData(1), InlineData(FileHeader), InlineData(FileHeader + 400)]
    public void Session_WhoseFirstBytesAreRubbish_IsReadWithThoseOfItsManifest(int length)
    {
        byte[] damaged = [.. _whole];
        damaged.AsSpan(0, length).Fill(0xA5);
        string folder = Folder("rubbish", damaged);
        using SessionSource source = Drain(folder);
        source.IsWhole.ShouldBeFalse();
        source.Losses[0].ShouldContain("at byte 0");
        using (SessionSource whole = Drain(Folder("s", _whole)))
            source.Samples.Values.Sum().ShouldBeInRange(length > FileHeader ? 1 : whole.Samples.Values.Sum(), whole.Samples.Values.Sum());

        SessionRepair.Mend(source.Path, source.Manifest with { Losses = source.Losses }, this["mended"]);
        using SessionSource mended = Drain(this["mended"]);
        mended.Samples.ShouldBe(source.Samples);
        mended.Losses.ShouldBe(source.Losses);
        File.Delete(Path.Combine(folder, SessionFolder.ManifestFile));
        Should.Throw<RecordingFormatException>(() => Drain(folder));
    }

    [Fact]
    public void Session_WithABlockGoneMovedOrTwice_SaysSoAndHowLongTheHoleIs()
    {
        List<(int End, HostTime Last)> blocks = BlocksOf(Folder("s", _whole));
        for (int i = 1; i < blocks.Count - 2; i += 3)
        {
            (int from, int to) = (blocks[i - 1].End, blocks[i].End);
            Judged gone = Judge(Folder("gone", [.. _whole[..from], .. _whole[to..]]));
            gone.IsWhole.ShouldBeFalse();
            gone.Sentences.ShouldContain(s => s.Contains($"a block is missing at byte {from}", StringComparison.Ordinal));
            gone.Sentences.ShouldContain(s => s.Contains(" records are missing", StringComparison.Ordinal));
            // To the first record after the hole, which comes soon.
            gone.MissingS!.Value.ShouldBeInRange(blocks[i].Last.SecondsSince(blocks[i - 1].Last), blocks[i].Last.SecondsSince(blocks[i - 1].Last) + 0.1);
            Judge(Folder("twice", [.. _whole[..to], .. _whole[from..]])).IsWhole.ShouldBeFalse();
            Judge(Folder("moved", [.. _whole[..from], .. _whole[to..blocks[i + 1].End], .. _whole[from..to], .. _whole[blocks[i + 1].End..]])).IsWhole.ShouldBeFalse();
        }
    }

    [Fact]
    public void Session_WithAByteChangedAnywhereInABlock_IsNotWhole()
    {
        List<(int End, HostTime Last)> blocks = BlocksOf(Folder("s", _whole));
        string file = Path.Combine(Folder("hit", _whole), SessionFolder.SessionFile);
        using FileStream bytes = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        foreach (int block in new[] { 0, blocks.Count / 2, blocks.Count - 1 })
        {
            int from = block == 0 ? FileHeader : blocks[block - 1].End;
            // Each byte of the header; of the records, which have one CRC, some.
            for (int at = from; at < blocks[block].End; at += at - from < BlockHeader ? 1 : 23)
            {
                Put(at, (byte)(_whole[at] ^ 0x55));
                Judge(Path.GetDirectoryName(file)!).IsWhole.ShouldBeFalse($"byte {at}");
                Put(at, _whole[at]);
            }
        }

        void Put(int at, byte value)
        {
            bytes.Position = at;
            bytes.WriteByte(value);
            bytes.Flush();
        }
    }

    [Fact]
    public void Session_WithARecordOfAnyKindLeftOut_IsNotWhole()
    {
        byte[] kinds = [.. Records(_walk.Folder).Select(r => r.Kind).Distinct()];
        kinds.Length.ShouldBeGreaterThan(10);
        foreach (byte kind in kinds.Where(k => k != SessionRecordKind.Manifest))
        {
            int left = 0;
            string folder = Rewrite("left out", r => r.Kind != kind || left++ > 0);
            Judge(folder).IsWhole.ShouldBeFalse($"a record of kind {kind}");
            if (kind != SessionRecordKind.Closed) Judge(folder).Sentences.ShouldHaveSingleItem().ShouldStartWith("1 of ");
        }
    }

    [Fact]
    public void SessionOfAnOlderVersion_IsWholeWithAnEndThatCountsNothing_AndNotWhereSamplesThatHadComeAreMissing()
    {
        byte[] none = [];
        using SessionSource whole = Drain(Rewrite("old", _ => true, end: none));
        whole.IsWhole.ShouldBeTrue(string.Join('\n', whole.Losses));
        int seen = 0;
        using SessionSource mended = Drain(Rewrite("old mended", r => r.Kind != SessionRecordKind.OfInput((int)SensorInput.Taken, Foot.Left) || seen++ is < 300 or > 320, end: none));
        mended.IsWhole.ShouldBeFalse();
        mended.Losses.ShouldHaveSingleItem().ShouldContain("samples of the left foot that had come are not in it");
        mended.Samples[Foot.Left].ShouldBeLessThan(mended.Quality.Single(q => q.Foot == Foot.Left).Received);
    }

    [Theory, InlineData("end"), InlineData("block"), InlineData("hole"), InlineData("both")]
    public async Task CopiesOfWhatIsNotWhole_MendedOrPlainOrOfCopies_SayWhatWasLost(string what)
    {
        List<(int End, HostTime Last)> blocks = BlocksOf(Folder("s", _whole));
        int middle = blocks.Count / 2;
        byte[] hole = [.. _whole[..blocks[middle].End], .. _whole[blocks[middle + 1].End..]];
        string cut = Folder("cut", what switch { "end" => _whole[..(_whole.Length * 2 / 3)], "block" => _whole[..blocks[middle].End], "hole" => hole, _ => hole[..^5000] });
        string[] losses;
        using (SessionSource source = Drain(cut))
        {
            source.IsWhole.ShouldBeFalse();
            losses = [.. source.Losses];
            losses.ShouldNotBeEmpty();
            Said(losses, source.Warnings).ShouldBeTrue("what an analysis and a replay say");
            SessionRepair.Mend(source.Path, source.Manifest with { Losses = losses }, this["mended"]);
        }

        using (SessionSource mended = Drain(this["mended"]))
        {
            (mended.IsWhole, mended.Damage.Count, mended.HasEnd).ShouldBe((false, 0, true));
            Said(losses.Select(SessionLoss.OfCopy), mended.Warnings).ShouldBeTrue();
        }

        await Plain(cut, this["plain"]);
        await Plain(this["mended"], this["plain of mended"]);
        CancellationToken stop = TestContext.Current.CancellationToken;
        PlainExport.Write(PlainRecording.Open(this["plain"]), this["plain again"], stop: stop);
        BidsExport.Write(PlainRecording.Open(this["plain"]), this["bids"], new BidsExportOptions(), stop: stop);
        RecordingImport.Convert([this["bids"]], this["plain of bids"], new ImportOptions(), stop: stop);
        foreach (string copy in new[] { "plain", "plain of mended", "plain again", "plain of bids" })
        {
            Said(losses, PlainRecording.Open(this[copy]).Info.Losses).ShouldBeTrue(copy);
            using RecordingSource source = RecordingSource.Open(this[copy], new WalkRunnerOptions(), stop: stop);
            Said(losses.Select(SessionLoss.OfCopy), source.Warnings).ShouldBeTrue(copy);
        }

        await Plain(Folder("all", _whole), this["plain of all"]);
        PlainRecording.Open(this["plain of all"]).Info.Losses.ShouldBeEmpty();
    }

    // As a CSV that is cut short: its results are there, and its numbers are not in the cohort.
    [Fact]
    public void Session_WithAHole_IsNotComparedWithWhatWasDecidedLive()
    {
        byte[] damaged = [.. _whole];
        damaged[damaged.Length / 2] ^= 0x40;
        using SessionSource session = SessionSource.Open(Folder("hole", damaged), new ReadOptions());
        using DecisionCheck check = DecisionCheck.Of(session);
        while (session.TryRead(out SampleBlock block)) block.Dispose();
        (check.HasHole, check.Different, check.Verdict()).ShouldBe((true, 0, "a part is missing inside the session: what was decided live is not compared"));
    }

    [Fact]
    public void MendedCopy_OfASessionWithAHoleCutAnywhereInItsEnd_SaysEachLossOnceAndMissesNothingItself()
    {
        byte[] damaged = [.. _whole];
        damaged[damaged.Length / 2] ^= 0x40;
        for (int cut = 1; cut < 300; cut += 27)
        {
            string name = FormattableString.Invariant($"cut{cut}"), mended = this[$"mended{cut}"];
            using SessionSource source = Drain(Folder(name, damaged[..^cut]));
            SessionRepair.Mend(source.Path, source.Manifest with { Losses = source.Losses }, mended);
            using SessionSource copy = Drain(mended);
            copy.Losses.ShouldBe(source.Losses, name);
            copy.Losses.Distinct(StringComparer.Ordinal).Count().ShouldBe(copy.Losses.Count, name);
            (copy.Loss, copy.IsWhole).ShouldBe((null, false), name);
        }
    }

    [Fact]
    public async Task Cohort_WithACutAndAnEmptyRecording_SaysWhatIsMissingAndCountsNeither()
    {
        string cut = Folder("in/cut", _whole[..(_whole.Length / 2)]), whole = Folder("in/whole", _whole), empty = Directory.CreateDirectory(this["in/empty"]).FullName;
        File.WriteAllText(Path.Combine(empty, "left.csv"), "time_s,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyr_x_radps,gyr_y_radps,gyr_z_radps\n");
        File.WriteAllText(Path.Combine(empty, PlainRecording.SessionFile), """{ "format": "gaitsense-plain-recording", "version": 1, "clock": "shared", "sensors": [{ "foot": "left", "file": "left.csv" }] }""");
        var batch = new AnalysisBatch(AnalysisPlan.Of([this["in"]], this["out"]), new AnalysisOptions());
        IReadOnlyList<AnalysisOutcome> outcomes = await batch.RunAsync(1, TestContext.Current.CancellationToken);
        using (SessionSource source = Drain(cut)) source.Loss.ShouldBe(FormattableString.Invariant($"cut short: {source.MissingS:0.0} s are missing"));
        using (SessionSource source = Drain(whole)) source.Loss.ShouldBeNull();
        outcomes.ShouldContain(o => o.Target.Name == "cut" && o.Error!.Contains("cut short: ") && o.Summary != null);
        outcomes.ShouldContain(o => o.Target.Name == "empty" && o.Error!.Contains("there are no samples") && o.Summary != null);
        string[] rows = File.ReadAllLines(Path.Combine(this["out"], CohortTable.Name));
        rows[1].ShouldStartWith("cut,failed,");
        rows[1].ShouldContain(" s are missing,,,");
        rows[2].ShouldStartWith("empty,failed,");
        rows[3].ShouldStartWith("whole,done,,");
    }

    private static bool Said(IEnumerable<string> losses, IEnumerable<string> by) => losses.All(loss => by.Contains(loss, StringComparer.Ordinal));

    private static async Task Plain(string session, string to)
    {
        using SessionSource source = SessionSource.Open(session, new WalkRunnerOptions());
        await SessionExport.ToPlainAsync(source, to, TestContext.Current.CancellationToken);
    }

    private static SessionSource Drain(string folder)
    {
        SessionSource source = SessionSource.Open(folder, new WalkRunnerOptions());
        while (source.TryRead(out SampleBlock block)) block.Dispose();
        return source;
    }

    private static Judged Judge(string folder)
    {
        string file = Path.Combine(folder, SessionFolder.SessionFile);
        using SessionFileReader reader = SessionFileReader.Open(file);
        SessionLoss loss = new(reader, SessionManifests.Of(file));
        while (reader.TryRead(out SessionRecord record)) loss.Take(record);
        loss.IsWhole.ShouldBeFalse("nobody knows before the end");
        loss.End();
        return new Judged(loss.IsWhole, loss.MissingS, [.. loss.Sentences]);
    }

    private static List<(byte Kind, HostTime Time, byte[] Body)> Records(string folder)
    {
        List<(byte, HostTime, byte[])> records = [];
        using SessionFileReader reader = SessionFileReader.Open(Path.Combine(folder, SessionFolder.SessionFile));
        while (reader.TryRead(out SessionRecord r)) records.Add((r.Kind, r.Time, r.Body.ToArray()));
        return records;
    }

    private string Folder(string name, byte[] session, bool hasManifest = true)
    {
        Directory.CreateDirectory(this[name]);
        File.WriteAllBytes(Path.Combine(this[name], SessionFolder.SessionFile), session);
        if (hasManifest) File.WriteAllBytes(Path.Combine(this[name], SessionFolder.ManifestFile), _manifest);
        return this[name];
    }

    // The same records in blocks of 20 000 bytes: how much is in the recorder's own depends on when its thread came, on a busy machine nearly everything.
    private byte[] InEvenBlocks()
    {
        byte[] recorded = File.ReadAllBytes(Path.Combine(_walk.Folder, SessionFolder.SessionFile));
        string file = this["even.gait"];
        using (SessionFileWriter writer = new(new FolderStore(_folder.Path).Create(Path.GetFileName(file), isLive: true), BinaryPrimitives.ReadUInt32LittleEndian(recorded.AsSpan(12))))
        {
            // The manifest is in the first block, wherever it stood there.
            foreach ((byte kind, HostTime time, byte[] body) in Records(_walk.Folder).OrderBy(r => r.Kind != SessionRecordKind.Manifest))
            {
                writer.Write(kind, time, body).ShouldBeTrue();
                if (writer.WaitingBytes > 20_000) writer.Flush();
            }

            writer.Flush();
            writer.Rename(Path.GetFileName(file));
        }

        return File.ReadAllBytes(file);
    }

    // The session with some of its records, in blocks that are whole.
    private string Rewrite(string name, Func<(byte Kind, HostTime Time, byte[] Body), bool> keep, byte[]? end = null)
    {
        string folder = Folder(name, _whole), file = SessionFolder.SessionFile;
        File.Delete(Path.Combine(folder, file));
        using SessionFileWriter writer = new(new FolderStore(folder).Create(file, isLive: true), 7);
        foreach ((byte kind, HostTime time, byte[] body) record in Records(_walk.Folder).Where(keep))
        {
            writer.Write(record.kind, record.time, record.kind == SessionRecordKind.Closed && end is not null ? end : record.body);
            if (writer.WaitingBytes > 50_000) writer.Flush();
        }

        writer.Flush();
        writer.Rename(file);
        return folder;
    }

    // Where each block ends, and the latest time in all blocks up to it.
    private List<(int End, HostTime Last)> BlocksOf(string folder)
    {
        List<(int, HostTime)> blocks = [];
        HostTime last = new(long.MinValue);
        using SessionFileReader reader = SessionFileReader.Open(Path.Combine(folder, SessionFolder.SessionFile));
        int at = FileHeader;
        long read = 0;
        while (reader.TryRead(out SessionRecord record))
        {
            if (reader.Blocks > read + 1) Close();
            if (record.Time > last) last = record.Time;
        }

        Close();
        return blocks;

        void Close()
        {
            read++;
            at += BlockHeader + BinaryPrimitives.ReadInt32LittleEndian(_whole.AsSpan(at + 12));
            blocks.Add((at, last));
        }
    }

    private sealed record Judged(bool IsWhole, double? MissingS, string[] Sentences);
}
