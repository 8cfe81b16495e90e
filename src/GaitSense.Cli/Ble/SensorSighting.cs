using System.Buffers;
using System.Globalization;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Protocol;

namespace GaitSense.Cli.Ble;

/// <summary>A sensor in range, in the words of a person.</summary>
/// <param name="Id">What --left and --right take.</param>
/// <param name="Name">The name that it advertises, made safe to show; empty where there is none.</param>
/// <param name="Profile">What it is; null where that is not known.</param>
/// <param name="Foot">The foot that it says it sits on; null where it does not say.</param>
/// <param name="RssiDbm">Signal strength, dBm.</param>
/// <param name="BatteryPercent">Battery, percent; null where it does not say.</param>
/// <param name="Version">The protocol version that it speaks, where it is not one that this program speaks; else null.</param>
/// <param name="IsConnected">Whether this computer is connected to it already.</param>
internal sealed record SensorSighting(string Id, string Name, SensorProfile? Profile, Foot? Foot, int? RssiDbm, int? BatteryPercent, string? Version, bool IsConnected)
{
    /// <summary>What is to be heard: the services and names of all known sensors.</summary>
    public static BleScanFilter Filter { get; } = new()
    {
        Services = [.. SensorProfiles.All.Select(p => p.AdvertisedService)],
        NamePrefixes = [.. SensorProfiles.All.SelectMany(p => p.NamePrefixes)],
        Companies = [.. SensorProfiles.All.SelectMany(p => p.Companies)],
    };

    /// <summary>What it is, for people.</summary>
    public string Kind => (Profile?.Name ?? "not a known sensor") + (IsUnfit ? ", not fit for feet" : "") + (Version is { } v ? $", protocol {v}: not spoken here" : "");

    /// <summary>Whether it is known to be of no use on a foot.</summary>
    public bool IsUnfit => Profile?.Limits.Unfit is not null;

    /// <summary>Strength in words.</summary>
    public string Strength => RssiDbm switch
    {
        null => "",
        >= -65 => "strong",
        >= -80 => "good",
        >= -90 => "weak",
        _ => "barely",
    };

    /// <summary>Reads an advertisement.</summary>
    public static SensorSighting Of(BleAdvertisement heard)
    {
        SensorProfile? profile = SensorProfiles.Find([.. heard.Services], heard.Name, [.. heard.ManufacturerData.Keys]);
        AdvertisedSensor says = default;
        string? version = null;
        bool speaks = false;
        if (profile == SensorProfiles.GaitSense)
        {
            foreach (byte[] data in heard.ManufacturerData.Values)
            {
                speaks = AdvertisedSensor.TryRead(data, out says) == OperationStatus.Done;
                if (speaks) break;
                if (AdvertisedSensor.TryReadVersion(data, out ProtocolVersion other)) version = other.ToString();
            }
        }

        Foot? foot = !speaks ? null : says.Foot switch
        {
            SensorFoot.Left => Core.Foot.Left,
            SensorFoot.Right => Core.Foot.Right,
            _ => null,
        };
        return new SensorSighting(
            heard.DeviceId, Clean(heard.Name ?? ""), profile, foot, heard.RssiDbm, speaks ? SensorStatus.KnownBattery(says.BatteryPercent) : null, speaks ? null : version, heard.IsConnected);
    }

    // A name comes over the air: nothing in it may move a terminal's cursor, break a line, or turn the direction of writing.
    private static string Clean(string name) => string.Concat(name.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)).Take(32));
}
