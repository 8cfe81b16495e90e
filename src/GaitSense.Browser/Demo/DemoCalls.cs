using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace GaitSense.Browser.Demo;

/// <summary>What the shoes' worker sends.</summary>
[SupportedOSPlatform("browser")]
internal static partial class DemoCalls
{
    /// <summary>A notification of a shoe, and when it arrived, ms of the page's clock.</summary>
    [JSImport("notify", "shoes")]
    internal static partial void Notify(int foot, int channel, [JSMarshalAs<JSType.MemoryView>] Span<byte> value, double atMs);
}
