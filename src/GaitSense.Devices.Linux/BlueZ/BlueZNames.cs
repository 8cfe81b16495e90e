namespace GaitSense.Devices.Linux;

/// <summary>Names of BlueZ's D-Bus interface (the pages doc/*.rst of its sources) and the paths of its objects.</summary>
internal static class BlueZNames
{
    public const string Service = "org.bluez";
    public const string Bus = "org.freedesktop.DBus";
    public const string BusPath = "/org/freedesktop/DBus";
    public const string Adapter = "org.bluez.Adapter1";
    public const string Device = "org.bluez.Device1";
    public const string GattService = "org.bluez.GattService1";
    public const string GattCharacteristic = "org.bluez.GattCharacteristic1";
    public const string GattManager = "org.bluez.GattManager1";
    public const string AdvertisingManager = "org.bluez.LEAdvertisingManager1";
    public const string Advertisement = "org.bluez.LEAdvertisement1";
    public const string Properties = "org.freedesktop.DBus.Properties";
    public const string ObjectManager = "org.freedesktop.DBus.ObjectManager";

    private const string AdapterRoot = "/org/bluez/";

    /// <summary>The object of an adapter.</summary>
    public static string AdapterPath(string adapter) => AdapterRoot + adapter;

    /// <summary>The object of a device.</summary>
    public static string DevicePath(string adapter, string address) => $"{AdapterRoot}{adapter}/dev_{address.Replace(':', '_')}";

    /// <summary>The adapter's name in its object's path; null: the path is another object's.</summary>
    public static string? AdapterName(string path) =>
        path.StartsWith(AdapterRoot, StringComparison.Ordinal) && path.IndexOf('/', AdapterRoot.Length) < 0 ? path[AdapterRoot.Length..] : null;

    /// <summary>An address in BlueZ's spelling; null where it is none.</summary>
    /// <param name="text">Six pairs of hexadecimal digits with colons or hyphens between, in any case.</param>
    public static string? NormalizeAddress(string text)
    {
        if (text.Length != 17) return null;
        for (int i = 0; i < text.Length; i++)
            if (i % 3 == 2 ? text[i] is not (':' or '-') : !char.IsAsciiHexDigit(text[i])) return null;
        return text.Replace('-', ':').ToUpperInvariant();
    }
}
