using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>Writes what a message holds.</summary>
internal delegate void BusArguments(ref MessageWriter writer);
