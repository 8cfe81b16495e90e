namespace GaitSense.Devices.Linux;

/// <summary>Whether an adapter can be used, from what BlueZ and the kernel tell.</summary>
internal static class BlueZHealth
{
    /// <summary>Where the kernel lists Bluetooth adapters and their blocks.</summary>
    public const string KernelFolder = "/sys/class/bluetooth";

    /// <summary>Why an adapter cannot be used; null: it can.</summary>
    /// <param name="tree">What BlueZ has told.</param>
    /// <param name="adapter">The adapter's name; null: any.</param>
    /// <param name="kernelFolder">See <see cref="KernelFolder"/>.</param>
    public static BleException? Problem(BlueZTree tree, string? adapter, string kernelFolder = KernelFolder)
    {
        string where = adapter ?? "Bluetooth";
        if (!tree.HasOwner) return new BleException(BleFailure.ServiceAbsent, where, "bluetoothd is not on the system bus");
        string? name = adapter ?? (Adapters(tree) is [var first, ..] ? first : null);
        if (name is null || !tree.Has(BlueZNames.AdapterPath(name), BlueZNames.Adapter))
        {
            return name is not null && IsBlocked(name, kernelFolder)
                ? new BleException(BleFailure.AdapterBlocked, name, "rfkill")
                : new BleException(BleFailure.NoAdapter, where, Adapters(tree) is { Count: > 0 } others ? $"there is {string.Join(", ", others)}" : "there is none");
        }

        if (tree.IsSet(BlueZNames.AdapterPath(name), BlueZNames.Adapter, "Powered")) return null;
        return IsBlocked(name, kernelFolder) || tree.Text(BlueZNames.AdapterPath(name), BlueZNames.Adapter, "PowerState") is "off-blocked"
            ? new BleException(BleFailure.AdapterBlocked, name, "rfkill")
            : new BleException(BleFailure.AdapterOff, name);
    }

    /// <summary>The adapters by name, in order.</summary>
    public static IReadOnlyList<string> Adapters(BlueZTree tree) => [.. tree.With(BlueZNames.Adapter).Select(BlueZNames.AdapterName).OfType<string>()];

    /// <summary>Whether the kernel blocks an adapter: by a switch, by flight mode or by `rfkill block`.</summary>
    public static bool IsBlocked(string adapter, string kernelFolder)
    {
        try
        {
            foreach (string block in Directory.GetDirectories(Path.Combine(kernelFolder, adapter), "rfkill*"))
                if (IsOne(Path.Combine(block, "soft")) || IsOne(Path.Combine(block, "hard"))) return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // not there, or not for us to see
        }

        return false;
    }

    private static bool IsOne(string path) => File.Exists(path) && File.ReadAllText(path).StartsWith('1');
}
