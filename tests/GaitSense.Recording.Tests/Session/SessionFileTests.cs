using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;

namespace GaitSense.Recording.Tests;

public sealed class SessionFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Records_Written_AreReadAsTheyWere() => Prop.ForAll(ArbMap.Default.ArbFor<(byte Kind, long Time, byte[] Body, bool Flush)[]>(), records =>
    {
        Entry[] entries = [.. records.Select(r => new Entry(r.Kind, r.Time / 2, r.Body ?? []))];
        string path = this[Guid.NewGuid().ToString()];
        using (var writer = Begin(path, 7))
        {
            for (int i = 0; i < entries.Length; i++)
            {
                writer.Write(entries[i].Kind, new HostTime(entries[i].TimeUs), entries[i].Body);
                if (records[i].Flush) writer.Flush();
            }
        }

        (List<Entry> read, IReadOnlyList<SessionDamage> damage) = Read(path);
        return Same(read, entries) && damage.Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Record_LongerThanABlock_IsWhole()
    {
        byte[] body = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];
        using (var writer = Begin(this["a"], 7))
        {
            writer.Write(1, new HostTime(5), [1]);
            writer.Write(2, new HostTime(6), body);
            writer.Write(3, new HostTime(7), [3]);
        }

        Read(this["a"]).Records.ShouldBe([new(1, 5, [1]), new(2, 6, body), new(3, 7, [3])], Entry.Equality);
    }

    [Fact]
    public void File_CutAtAnyByte_GivesAllOfItsWholeBlocks()
    {
        (byte[] bytes, Entry[] entries, long[] ends) = Sample();
        for (int length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(this["cut"], bytes[..length]);
            if (length < SessionFileFormat.FileHeaderSize)
            {
                Should.Throw<RecordingFormatException>(() => Read(this["cut"]));
                continue;
            }

            int whole = ends.Count(e => e <= length);
            (List<Entry> read, IReadOnlyList<SessionDamage> damage) = Read(this["cut"]);
            Same(read, entries.Take(whole * EntriesPerBlock)).ShouldBeTrue($"cut at {length}");
            damage.Sum(d => d.Length).ShouldBe(length - (whole == 0 ? SessionFileFormat.FileHeaderSize : ends[whole - 1]));
        }
    }

    [Fact]
    public void File_WithAnyByteChanged_LosesOneBlockAndSaysWhere()
    {
        (byte[] bytes, Entry[] entries, long[] ends) = Sample();
        for (int at = SessionFileFormat.FileHeaderSize; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x55;
            File.WriteAllBytes(this["hit"], damaged);
            int block = ends.Count(e => e <= at);
            (List<Entry> read, IReadOnlyList<SessionDamage> damage) = Read(this["hit"]);
            Same(read, entries.Where((_, i) => i / EntriesPerBlock != block)).ShouldBeTrue($"byte {at}");
            damage.Count.ShouldBe(1);
            if (block < ends.Length - 1) damage[0].MissingBlocks.ShouldBe(1);
        }
    }

    [Fact]
    public void Block_OfAnotherFile_IsNoBlockOfThisOne()
    {
        (byte[] bytes, Entry[] entries, _) = Sample();
        using (var other = Begin(this["other"], 8)) other.Write(9, new HostTime(1), [9, 9, 9]);
        File.WriteAllBytes(this["both"], [.. bytes, .. File.ReadAllBytes(this["other"])]);
        (List<Entry> read, IReadOnlyList<SessionDamage> damage) = Read(this["both"]);
        Same(read, entries).ShouldBeTrue();
        damage.ShouldHaveSingleItem().Offset.ShouldBe(bytes.Length);
    }

    [Fact]
    public void File_OfANewerVersion_IsRefusedWithOneLine()
    {
        byte[] header = new byte[SessionFileFormat.FileHeaderSize];
        SessionFileFormat.WriteFileHeader(header, 7, major: 3);
        File.WriteAllBytes(this["newer"], header);
        string message = Should.Throw<RecordingFormatException>(() => SessionFileReader.Open(this["newer"])).Message;
        message.ShouldContain("version 3");
        message.ShouldContain("update the program");
        message.ShouldNotContain("\n");
    }

    // Written by GaitSense 0.1.0: two blocks packed with Brotli, and one that is not packed.
    [Fact]
    public void File_OfVersion1_IsReadAsItWas()
    {
        File.WriteAllBytes(this["v1"], Convert.FromBase64String(
            "iUdBSVQNChoBAAAABwAAAEL09vqxDGteAAAAABcBAAA8AAAASkSxUwcWy6MTFgEAxOZGBDqVEhjzO5+WnSYjIQUZAw5AAqCNVhzOClUHk75zw7rrtRT62GHJwV9csxat2hTadejMcgCx"
            + "DGteAQAAACMBAABAAAAAXBNU6HfH16wTIgEAxPI223dZ6L+fx0HLRhK/RUGMGAMOQAKgjQbG4bRQdaB3XThrG5fXayr0ZBprFND3gJUTZy4Mrty4ZwgAsQxrXgIAAAAFAAAABQAAAM2km0wMf8RBAsYBAQE="));
        Entry[] expected = [.. Enumerable.Range(0, 20).Select(i => new Entry(4, i * 1000, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"left,initial_contact,{i}.5")))), new(2, 99, [1])];
        (List<Entry> read, IReadOnlyList<SessionDamage> damage) = Read(this["v1"]);
        Same(read, expected).ShouldBeTrue();
        damage.ShouldBeEmpty();
    }

    [Theory, InlineData(0), InlineData(1), InlineData(-1)]
    public void Block_WhoseRecordsDoNotUnpackToTheirLength_IsDamage(int lengthOff)
    {
        byte[] records = new byte[100], packed = new byte[SessionPacking.Room(records.Length)], file = new byte[SessionFileFormat.FileHeaderSize], header = new byte[SessionFileFormat.BlockHeaderSize];
        int stored = SessionPacking.Pack(records, packed, 0);
        if (lengthOff == 0) packed.AsSpan(0, stored).Fill(0xFF);
        SessionFileFormat.WriteFileHeader(file, 7);
        SessionFileFormat.WriteBlockHeader(header, 0, records.Length + lengthOff, packed.AsSpan(0, stored), BitConverter.ToUInt32(file, 16));
        File.WriteAllBytes(this["bad"], [.. file, .. header, .. packed.AsSpan(0, stored)]);
        (List<Entry> read, IReadOnlyList<SessionDamage> damage) = Read(this["bad"]);
        read.ShouldBeEmpty();
        damage.ShouldHaveSingleItem().Length.ShouldBe(header.Length + stored);
    }

    [Fact]
    public void Reader_OfAnyBytes_EndsWithoutAnythingElseThanAClearError() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<bool>(), (bytes, hasHeader) =>
    {
        byte[] header = new byte[SessionFileFormat.FileHeaderSize];
        SessionFileFormat.WriteFileHeader(header, 7);
        File.WriteAllBytes(this["noise"], hasHeader ? [.. header, .. bytes] : bytes);
        try
        {
            return Read(this["noise"]).Records.Count == 0;
        }
        catch (RecordingFormatException)
        {
            return !hasHeader;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Writer_WarmedUp_AllocatesNothingPerRecord()
    {
        using var writer = Begin(this["flat"], 7);
        byte[] body = new byte[56];
        for (int i = 0; i < 5000; i++) writer.Write(1, new HostTime(i * 20_000L), body).ShouldBeTrue();
        writer.Flush();
        writer.Write(1, new HostTime(0), body);
        writer.Flush();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 5000; i < 10_000; i++) writer.Write(1, new HostTime(i * 20_000L), body);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Writer_WhoseDriveTakesNothing_GivesUpInsteadOfGrowing()
    {
        using var writer = Begin(this["stuck"], 7);
        byte[] body = new byte[1000];
        int taken = 0;
        while (writer.Write(1, new HostTime(taken), body)) taken++;
        taken.ShouldBeInRange(900, SessionFileWriter.MaxWaiting / 1000);
        writer.Flush();
        Read(this["stuck"]).Records.Count.ShouldBe(taken);
    }

    [Fact]
    public void Number_BeforeABody_IsReadAgain()
    {
        using (var writer = Begin(this["numbers"], 7)) writer.Write(33, new HostTime(4), [7, 8], number: 300);
        using SessionFileReader reader = SessionFileReader.Open(this["numbers"]);
        reader.TryRead(out SessionRecord record).ShouldBeTrue();
        record.TryReadNumber(out int number, out ReadOnlySpan<byte> rest).ShouldBeTrue();
        number.ShouldBe(300);
        rest.ToArray().ShouldBe([7, 8]);
    }

    private const int EntriesPerBlock = 3;

    private static SessionFileWriter Begin(string path, uint fileId)
    {
        SessionFileWriter writer = new(new FolderStore(Path.GetDirectoryName(path)!).Create(Path.GetFileName(path), isLive: true), fileId);
        writer.Rename(Path.GetFileName(path));
        return writer;
    }


    private (byte[] Bytes, Entry[] Entries, long[] BlockEnds) Sample()
    {
        Entry[] entries = [.. Enumerable.Range(0, 12).Select(i => new Entry((byte)i, 1000 - (i * i * 77), [.. Enumerable.Range(0, i * 5).Select(k => (byte)(k * i))]))];
        List<long> ends = [];
        using (var writer = Begin(this["sample"], 7))
        {
            for (int i = 0; i < entries.Length; i++)
            {
                writer.Write(entries[i].Kind, new HostTime(entries[i].TimeUs), entries[i].Body);
                if (i % EntriesPerBlock != EntriesPerBlock - 1) continue;
                writer.Flush();
                ends.Add(writer.WrittenBytes);
            }
        }

        byte[] bytes = File.ReadAllBytes(this["sample"]);
        File.Delete(this["sample"]);
        return (bytes, entries, [.. ends]);
    }

    [Fact]
    public void AFileOfHeadersAlone_IsReadInTimeThatGrowsWithItsLength_NotWithItsSquare()
    {
        const int headers = 40_000, claimed = 400_000;
        byte[] file = new byte[SessionFileFormat.FileHeaderSize], header = new byte[SessionFileFormat.BlockHeaderSize];
        SessionFileFormat.WriteFileHeader(file, 7);
        uint crc = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(SessionFileFormat.FileHeaderSize - 4));
        SessionFileFormat.WriteBlockHeader(header, 0, claimed, new byte[claimed], crc);
        using (FileStream crafted = File.Create(this["crafted"]))
        {
            crafted.Write(file);
            for (int i = 0; i < headers; i++) crafted.Write(header);
        }

        using SessionFileReader reader = SessionFileReader.Open(this["crafted"]);
        reader.TryRead(out _).ShouldBeFalse();
        reader.WastedBytes.ShouldBeLessThan(7L * new FileInfo(this["crafted"]).Length);
        reader.Damage.Sum(d => d.Length).ShouldBe(headers * header.Length, "all of it is said to be damaged");
    }

    private static (List<Entry> Records, IReadOnlyList<SessionDamage> Damage) Read(string path)
    {
        List<Entry> records = [];
        using SessionFileReader reader = SessionFileReader.Open(path);
        while (reader.TryRead(out SessionRecord record)) records.Add(new Entry(record.Kind, record.Time.Microseconds, record.Body.ToArray()));
        return (records, reader.Damage);
    }

    private static bool Same(IEnumerable<Entry> a, IEnumerable<Entry> b) => a.SequenceEqual(b, Entry.Equality);

    private sealed record Entry(byte Kind, long TimeUs, byte[] Body)
    {
        public static readonly IEqualityComparer<Entry> Equality = EqualityComparer<Entry>.Create(
            (a, b) => a!.Kind == b!.Kind && a.TimeUs == b.TimeUs && a.Body.AsSpan().SequenceEqual(b.Body), e => e.TimeUs.GetHashCode());
    }
}
