using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace GaitSense.Browser.Live;

/// <summary>What the worker asks of its page (Bluetooth, sound, the view) and of its own storage. Times are milliseconds of the page's clock: since the time origin of 1970.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageCalls
{
    /// <summary>The time now, ms.</summary>
    [JSImport("now", "page")]
    internal static partial double NowMs();

    /// <summary>Whether Bluetooth can be used here.</summary>
    [JSImport("available", "page")]
    internal static partial Task<bool> IsAvailableAsync();

    /// <summary>Connects; the number of the link.</summary>
    [JSImport("connect", "page")]
    internal static partial Task<int> ConnectAsync(string device);

    /// <summary>Ends a connection.</summary>
    [JSImport("disconnect", "page")]
    internal static partial Task DisconnectAsync(int link);

    /// <summary>Whether there is such a characteristic.</summary>
    [JSImport("has", "page")]
    internal static partial Task<bool> HasAsync(int link, string service, string characteristic);

    /// <summary>Asks for notifications; they come to <see cref="Exports.Notify"/>.</summary>
    [JSImport("subscribe", "page")]
    internal static partial Task SubscribeAsync(int link, string service, string characteristic, int channel);

    /// <summary>Writes a value.</summary>
    [JSImport("write", "page")]
    internal static partial Task WriteAsync(int link, string service, string characteristic, byte[] value, bool withResponse);

    /// <summary>Reads a value: base64, for a promise of bytes cannot cross.</summary>
    [JSImport("read", "page")]
    internal static partial Task<string> ReadAsync(int link, string service, string characteristic);

    /// <summary>A cue to be heard at a time; the page sees to the way to the ear.</summary>
    [JSImport("cue", "page")]
    internal static partial void Cue(int number, string clip, string? phrase, int side, double gainDb, double atMs);

    /// <summary>What has not begun does not; what sounds fades.</summary>
    [JSImport("silence", "page")]
    internal static partial void Silence(bool words);

    /// <summary>How the walk is.</summary>
    [JSImport("state", "page")]
    internal static partial void State(string json);

    /// <summary>The walk cannot go on, for a fault of this program: its stack, for whoever mends it.</summary>
    [JSImport("fault", "page")]
    internal static partial void Fault(string stack);

    /// <summary>Takes a free file of the walk's storage; its number, -1: none is left.</summary>
    [JSImport("take", "files")]
    internal static partial int TakeFile();

    /// <summary>Adds bytes; null: done, else why not.</summary>
    [JSImport("append", "files")]
    internal static partial string? Append(int file, [JSMarshalAs<JSType.MemoryView>] Span<byte> bytes);

    /// <summary>Brings bytes to where they outlive the browser; null: done, else why not.</summary>
    [JSImport("flush", "files")]
    internal static partial string? Flush(int file);

    /// <summary>Gives a file its name, in the place of an older one; null: done, else why not.</summary>
    [JSImport("rename", "files")]
    internal static partial string? Rename(int file, string name);

    /// <summary>Whether a file has that name.</summary>
    [JSImport("exists", "files")]
    internal static partial bool Exists(string name);

    /// <summary>Gives the file of a name back, if there is one.</summary>
    [JSImport("remove", "files")]
    internal static partial void Remove(string name);

    /// <summary>Gives a file without a name back.</summary>
    [JSImport("discard", "files")]
    internal static partial void Discard(int file);
}
