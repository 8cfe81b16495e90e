using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Recording.Import;
using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Whatever the bytes are: a recording or one clear line.</summary>
public sealed class ImportProperties
{
    private const int Mutations = 100; // in great number: ImportFuzzTests

    [Fact]
    public void Convert_AnyBytes_IsARecordingOrAnError()
    {
        using var folder = new TestFolder();
        Prop.ForAll(Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary(), bytes => Survives(folder, bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Theory]
    [MemberData(nameof(ImporterTests.Formats), MemberType = typeof(ImporterTests))]
    public void Convert_ValidFileMutatedAnywhere_IsARecordingOrAnError(string id)
    {
        using var folder = new TestFolder();
        byte[] whole = Foreign.One[id]();
        if (id is "metabase") folder.Write("x_Accelerometer.csv", Foreign.MetaBaseAccel());
        bool isChannels = id is "bids-motion";
        if (isChannels) folder.Write("x_motion.tsv", Foreign.BidsMotion());
        Gen<byte[]> mutated = from edits in Gen.Choose(1, 6)
                              from at in Gen.Choose(0, whole.Length - 1).ArrayOf(edits)
                              from to in Gen.Frequency((2, Gen.Choose(0, 255)), (3, Gen.Elements<int>(',', '\n', '\t', ';', '-', '.', '9', 'e', '"', ' '))).ArrayOf(edits)
                              from how in Gen.Choose(0, 3)
                              select Mutate(whole, at, to, how);
        Prop.ForAll(mutated.ToArbitrary(), bytes => Survives(folder, bytes, isChannels ? "x_channels.tsv" : "x_Gyroscope.csv")).Check(Config.QuickThrowOnFailure.WithMaxTest(Mutations));
    }

    private static byte[] Mutate(byte[] whole, int[] at, int[] to, int how)
    {
        if (how == 0) return whole[..at[0]];
        var bytes = new List<byte>(whole);
        for (int i = 0; i < at.Length; i++)
        {
            int where = Math.Min(at[i], bytes.Count - 1);
            if (how == 1) bytes[where] = (byte)to[i];
            else if (how == 2) bytes.Insert(where, (byte)to[i]);
            else bytes.RemoveRange(where, Math.Min(i * 7, bytes.Count - where - 1));
        }

        return [.. bytes];
    }

    private static bool Survives(TestFolder folder, byte[] bytes, string name = "x_Gyroscope.csv")
    {
        string file = folder.Write(name, bytes);
        try
        {
            ImportResult result = RecordingImport.Convert([file], folder["out"], new ImportOptions(), stop: CancellationToken.None);
            return PlainRecording.Open(result.Folder).Sensors.Count is 1 or 2 && result.Samples >= 0;
        }
        catch (GaitSenseException e)
        {
            return !e.Message.Any(char.IsControl) && e.Message.Length < 900;
        }
    }
}
