using System.Globalization;
using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Tests;

/// <summary>
/// Files that nobody should write, for every reader. GAITSENSE_FUZZ_IMPORTS sets how many; .ci/full asks for a million. Whatever the bytes are: samples in time order,
/// no more than the bytes can hold (so every input ends), little memory, or one clear line.
/// </summary>
public sealed class ImportFuzzTests
{
    private const long UsualInputs = 10_000;

    // The largest input is some 100 kB; readers hold a head of 64 KiB for each file they look at, a line, and a block.
    private const long MostAllocated = 24L * 1024 * 1024;

    [Fact]
    public void MutatedFiles_InGreatNumber_AreSamplesOrOneClearLine()
    {
        long inputs = long.TryParse(Environment.GetEnvironmentVariable("GAITSENSE_FUZZ_IMPORTS"), CultureInfo.InvariantCulture, out long asked) ? asked : UsualInputs;
        var random = new Random(20261121);
        using var folder = new TestFolder(inMemory: true);
        FuzzTarget[] targets = [.. FuzzTarget.All(folder)];
        var mutator = new FuzzMutator(random);
        long accepted = 0, refused = 0, mostAllocated = 0;
        string worst = "";
        for (long i = 0; i < inputs; i++)
        {
            FuzzTarget target = targets[i % targets.Length];
            byte[] bytes = mutator.Mutate(target.Seed, target.Repair);
            target.Write(bytes);
            long before = GC.GetAllocatedBytesForCurrentThread();
            string? refusal = Give(target, bytes.Length);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > mostAllocated) (mostAllocated, worst) = (allocated, target.Name);
            if (refusal is null) accepted++;
            else refused++;
            if (refusal is not null && (refusal.Any(char.IsControl) || refusal.Length > 1200)) Assert.Fail($"{target.Name}, input {i}: no clear line: {refusal}");
            if (allocated > MostAllocated) Assert.Fail($"{target.Name}, input {i}: {allocated} bytes were allocated for {bytes.Length}");
        }

        TestContext.Current.SendDiagnosticMessage($"{inputs} mutated files: {accepted} read, {refused} refused; at most {mostAllocated / 1024} KiB allocated for one ({worst})");
        accepted.ShouldBeGreaterThan(inputs / 20, "mutations that break everything test little");
        refused.ShouldBeGreaterThan(inputs / 20);
    }

    [Fact]
    public void EverySeed_Unchanged_IsRead()
    {
        using var folder = new TestFolder(inMemory: true);
        foreach (FuzzTarget target in FuzzTarget.All(folder))
        {
            target.Write(target.Seed);
            Give(target, target.Seed.Length).ShouldBeNull(target.Name);
        }
    }

    [Fact]
    public void HostileFile_ThatUnpacksOrClaimsTooMuch_IsRefusedWithLittleMemory()
    {
        using var folder = new TestFolder();
        byte[] line = Csv.Bytes("1,2,3,4,5,6,7,");
        byte[] endless = [.. Csv.Bytes("t (s),ax (g),ay (g),az (g),gx (deg/s),gy (deg/s),gz (deg/s)\n"), .. Enumerable.Repeat(line, 2_000_000).SelectMany(l => l)];
        byte[] nested = [.. Csv.Bytes("{\"format\": "), .. Enumerable.Repeat((byte)'[', 900_000)];
        (string Name, byte[] Bytes)[] files =
        [
            ("one endless line", endless),
            ("a gzip that is 100 MB of zeros", Csv.Gzip(new byte[100_000_000])),
            ("a gzip that is one endless line", Csv.Gzip(endless)),
            ("a header of a thousand columns", Csv.Bytes(string.Join(',', Enumerable.Range(0, 200_000).Select(i => "c" + i)) + "\n1,2\n")),
            ("a CWA whose blocks claim 65535 samples", Claiming()),
        ];
        foreach ((string name, byte[] bytes) in files)
        {
            string file = folder.Write("x.csv", bytes);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Should.Throw<RecordingFormatException>(() => RecordingImport.Convert([file], folder["out"], new ImportOptions(), stop: TestContext.Current.CancellationToken), name).Message.Length.ShouldBeLessThan(1200);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostAllocated, name);
        }

        string session = folder.Write("deep.json", nested);
        Should.Throw<RecordingFormatException>(() => PlainRecording.Open(session));
    }

    private static byte[] Claiming()
    {
        byte[] file = Foreign.Axivity();
        for (int at = 1024; at < file.Length; at += 512)
        {
            (file[at + 28], file[at + 29]) = (0xff, 0xff);
            FuzzTarget.FixSums(file);
        }

        return file;
    }

    /// <summary>Reads it as the program does, without writing; null: it was read, else the refusal.</summary>
    private static string? Give(FuzzTarget target, int length)
    {
        try
        {
            if (target.IsPlain) ReadPlain(target);
            else ReadForeign(target, length);
            return null;
        }
        catch (GaitSenseException e)
        {
            return e.Message;
        }
    }

    private static void ReadForeign(FuzzTarget target, int length)
    {
        ImportProbe probe = ImportProbe.Read(target.Path);
        IRecordingImporter importer = Importers.For(probe) ?? throw new RecordingFormatException(target.Path, "is of no format");
        IReadOnlyList<ImportedSensor> sensors = importer.Sensors([probe], target.Options, CancellationToken.None);
        FootChoice choice = FootChoice.Of(sensors, target.Options, target.Path);
        foreach (ImportedSensor sensor in new[] { choice.Left, choice.Right }.OfType<ImportedSensor>())
        {
            using SensorRows rows = sensor.Open();
            long samples = 0, last = long.MinValue;
            while (rows.TryRead(out ImuSample sample))
            {
                if (sample.Time.Microseconds < last) throw new InvalidOperationException($"{target.Name}: time went backward");
                last = sample.Time.Microseconds;
                // Unpacked, a byte is at most some thousand; a sample is never less than a byte.
                if (++samples > 2_000_000L + (1100L * length)) throw new InvalidOperationException($"{target.Name}: more samples than bytes");
            }
        }
    }

    private static void ReadPlain(FuzzTarget target)
    {
        var recording = PlainRecording.Open(target.Folder);
        using MergedSampleReader reader = recording.OpenSamples();
        while (!reader.ReadRun(out _).IsEmpty)
        {
        }

        recording.ReadReference();
    }
}
