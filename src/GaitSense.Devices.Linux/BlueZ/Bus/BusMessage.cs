using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>A message that was received: valid on the bus thread, during the call it is given to.</summary>
/// <param name="Handle">sd-bus's message.</param>
internal readonly unsafe record struct BusMessage(nint Handle)
{
    /// <summary>The object it is about, UTF-8 in place.</summary>
    public ReadOnlySpan<byte> PathBytes => MemoryMarshal.CreateReadOnlySpanFromNullTerminated(SdBus.GetPath(Handle));

    /// <summary>The object it is about.</summary>
    public string Path => Marshal.PtrToStringUTF8((nint)SdBus.GetPath(Handle)) ?? "";

    /// <summary>The interface it is about.</summary>
    public string Contract => Marshal.PtrToStringUTF8((nint)SdBus.GetInterface(Handle)) ?? "";

    /// <summary>The method or the signal.</summary>
    public string Member => Marshal.PtrToStringUTF8((nint)SdBus.GetMember(Handle)) ?? "";

    /// <summary>The error that it carries; null: none.</summary>
    public BusException? Error
    {
        get
        {
            SdBus.Error* error = SdBus.GetError(Handle);
            if (error is null || error->Name is null) return null;
            return new BusException(Marshal.PtrToStringUTF8((nint)error->Name) ?? "", Marshal.PtrToStringUTF8((nint)error->Message) ?? "");
        }
    }

    /// <summary>All arguments.</summary>
    public object?[] ReadAll() => BusReader.ReadAll(Handle);
}
