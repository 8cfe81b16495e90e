using System.Runtime.InteropServices.JavaScript;
using GaitSense.Browser.Demo;
using GaitSense.Core;

namespace GaitSense.Browser;

/// <content>A simulated pair of shoes, for a worker of their own (wwwroot/shoes.js).</content>
internal static partial class Exports
{
    private static DemoShoes? _shoes;

    private static DemoShoes Shoes => _shoes ?? throw new GaitSenseException("There are no simulated shoes: call ShoesPrepare first.");

    /// <summary>Makes the walk that the shoes play. Takes some seconds for each minute of it.</summary>
    /// <param name="preset">Its name, as <c>gaitsense simulate --list</c> shows them.</param>
    /// <param name="seed">Chance, 0 to 2^53.</param>
    /// <param name="durationS">How long, 10 to 86400 s.</param>
    /// <param name="rateHz">Samples a second, Hz; null: the preset's.</param>
    [JSExport]
    internal static void ShoesPrepare(string preset, double seed, double durationS, double? rateHz) => _shoes = new DemoShoes(BrowserWalk.Find(preset).Record((ulong)seed, durationS, rateHz));

    /// <summary>Connects to a shoe (0: left, 1: right); whether it is in reach.</summary>
    [JSExport]
    internal static bool ShoesConnect(int foot, double nowMs) => Shoes.Connect((Foot)foot, nowMs);

    /// <summary>Ends the connection to a shoe.</summary>
    [JSExport]
    internal static void ShoesDisconnect(int foot) => _shoes?.Disconnect((Foot)foot);

    /// <summary>Whether a shoe has a characteristic.</summary>
    [JSExport]
    internal static bool ShoesHas(int foot, string service, string characteristic) => Shoes.Has((Foot)foot, Guid.Parse(service), Guid.Parse(characteristic));

    /// <summary>Wants a characteristic's notifications.</summary>
    [JSExport]
    internal static void ShoesSubscribe(int foot, string characteristic, int channel) => Shoes.Subscribe((Foot)foot, Guid.Parse(characteristic), channel);

    /// <summary>Writes to a shoe.</summary>
    [JSExport]
    internal static void ShoesWrite(int foot, string characteristic, byte[] value, double nowMs) => Shoes.Write((Foot)foot, Guid.Parse(characteristic), value, nowMs);

    /// <summary>Reads of a shoe.</summary>
    [JSExport]
    internal static byte[] ShoesRead(int foot, string characteristic, double nowMs) => Shoes.Read((Foot)foot, Guid.Parse(characteristic), nowMs);

    /// <summary>Takes a shoe out of reach for a while, s.</summary>
    [JSExport]
    internal static void ShoesVanish(int foot, double forS, double nowMs) => Shoes.Vanish((Foot)foot, forS, nowMs);

    /// <summary>Time has passed.</summary>
    [JSExport]
    internal static void ShoesAdvance(double nowMs) => _shoes?.Advance(nowMs);
}
