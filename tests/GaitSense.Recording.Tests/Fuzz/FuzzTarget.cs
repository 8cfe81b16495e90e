using System.Buffers.Binary;
using GaitSense.Recording.Export;
using GaitSense.Recording.Import;

namespace GaitSense.Recording.Tests;

/// <summary>One file that is mutated, with whatever must lie beside it.</summary>
internal sealed record FuzzTarget(string Name, string Folder, string Mutated, byte[] Seed)
{
    /// <summary>What is given to the reader, where that is not the mutated file.</summary>
    public string? Given { get; init; }

    public bool IsPlain { get; init; }

    public ImportOptions Options { get; init; } = new();

    /// <summary>Makes checksums right again, so that what they protect is reached.</summary>
    public Action<byte[]>? Repair { get; init; }

    public string Path => System.IO.Path.Combine(Folder, Given ?? Mutated);

    public void Write(byte[] bytes) => System.IO.File.WriteAllBytes(System.IO.Path.Combine(Folder, Mutated), bytes);

    /// <summary>One for each file of each format, each in a folder of its own.</summary>
    public static IEnumerable<FuzzTarget> All(TestFolder folder)
    {
        foreach ((string id, Func<byte[]> seed) in Foreign.One)
            if (id is not ("metabase" or "bids-motion")) yield return new FuzzTarget(id, In(id), "left.x", seed()) { Repair = id is "axivity" ? FixSums : null };
        yield return new FuzzTarget("dot-server", In("dot-server"), "x.csv", Csv.Bytes(Foreign.DotServer("D4:22", "D4:23")));
        yield return new FuzzTarget("mtw-fine", In("mtw-fine"), "left.txt", Csv.Bytes(Foreign.Mtw(counter: "500")));
        yield return new FuzzTarget("csv-told", In("csv-told"), "x.csv", Csv.Bytes(Foreign.Generic())) { Options = new ImportOptions { Columns = "1,2,3,4,5,6,-7", Units = "acc=g,gyr=deg/s,time=ms" } };
        foreach ((string mutated, bool isAccel) in new[] { ("M_Accelerometer.csv", true), ("M_Gyroscope.csv", false) })
        {
            string at = In("metabase-" + mutated);
            File.WriteAllText(System.IO.Path.Combine(at, "M_Accelerometer.csv"), Foreign.MetaBaseAccel());
            File.WriteAllText(System.IO.Path.Combine(at, "M_Gyroscope.csv"), Foreign.MetaBaseGyro());
            yield return new FuzzTarget("metabase-" + mutated, at, mutated, Csv.Bytes(isAccel ? Foreign.MetaBaseAccel() : Foreign.MetaBaseGyro())) { Given = "M_Gyroscope.csv" };
        }

        foreach (string end in new[] { "motion.tsv", "channels.tsv", "motion.json", "channels.json" })
        {
            string set = In("bids-" + end);
            BidsExport.Write(Plain.Walk(System.IO.Path.Combine(set, "walk")), System.IO.Path.Combine(set, "bids"), new BidsExportOptions());
            string motion = System.IO.Path.Combine(set, "bids", "sub-01", "motion"), start = "sub-01_task-walk_tracksys-leftfoot_";
            yield return new FuzzTarget("bids-" + end, motion, start + end, File.ReadAllBytes(System.IO.Path.Combine(motion, start + end))[..(end is "motion.tsv" ? 6000 : ^0)]) { Given = start + "motion.tsv" };
        }

        foreach (string file in new[] { "session.json", "left.csv", System.IO.Path.Combine("reference", "events.csv") })
        {
            string name = "plain-" + System.IO.Path.GetFileName(file), walk = In(name);
            Plain.Walk(walk, reference: new Reference.ReferenceData { Events = [new(Core.Foot.Left, Core.GaitEventKind.MidSwing, new Core.DeviceTime(13_000_000), Core.WalkingDirection.Forward)] });
            byte[] seed = File.ReadAllBytes(System.IO.Path.Combine(walk, file));
            yield return new FuzzTarget(name, walk, file, seed.Length > 6000 ? seed[..6000] : seed) { IsPlain = true };
        }

        string In(string name)
        {
            Directory.CreateDirectory(folder[name]);
            return folder[name];
        }
    }

    /// <summary>Makes the sums of a CWA's blocks right.</summary>
    public static void FixSums(byte[] file)
    {
        for (int at = 1024; at + 512 <= file.Length; at += 512)
        {
            int sum = 0;
            for (int i = 0; i < 510; i += 2) sum += BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + i));
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 510), unchecked((ushort)-sum));
        }
    }
}
