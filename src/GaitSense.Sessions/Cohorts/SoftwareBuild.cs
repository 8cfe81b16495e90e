using System.Reflection;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;

namespace GaitSense.Sessions;

/// <summary>What made results: the version people read, and the very code, so that a result of yesterday's code is not taken for one of today's.</summary>
internal static class SoftwareBuild
{
    /// <summary>The version.</summary>
    public static string Version => WalkContext.LibraryVersion;

    /// <summary>A digest of the compiled code that numbers come from; the same for the same build.</summary>
    public static string Code { get; } = Digest();

    private static string Digest()
    {
        // A compiler that is deterministic gives a module its id from its contents.
        Assembly[] rooms = [typeof(WalkPipeline).Assembly, typeof(PlainRecording).Assembly, typeof(WalkSummary).Assembly, typeof(WalkRunner).Assembly];
        byte[] ids = [.. rooms.SelectMany(a => a.ManifestModule.ModuleVersionId.ToByteArray())];
        return Sha256Hex.Of(ids)[..16];
    }
}
