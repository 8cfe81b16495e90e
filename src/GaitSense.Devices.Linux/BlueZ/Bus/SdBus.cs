using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <summary>The functions of libsystemd's sd-bus that are used here (sd-bus(3)); not the variadic ones, which C# cannot call portably.</summary>
internal static unsafe partial class SdBus
{
    private const string Library = "libsystemd.so.0";

    /// <summary>How D-Bus errors travel: two C strings and a flag.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Error
    {
        public byte* Name;
        public byte* Message;
        public int NeedFree;
    }

    [LibraryImport(Library, EntryPoint = "sd_bus_open_system")]
    internal static partial int OpenSystem(out nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_flush_close_unref")]
    internal static partial nint FlushCloseUnref(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_fd")]
    internal static partial int GetFd(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_events")]
    internal static partial int GetEvents(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_timeout")]
    internal static partial int GetTimeout(nint bus, out ulong monotonicUs);

    [LibraryImport(Library, EntryPoint = "sd_bus_process")]
    internal static partial int Process(nint bus, nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_add_match", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int AddMatch(nint bus, out nint slot, string rule, delegate* unmanaged<nint, nint, Error*, int> handler, nint userData);

    [LibraryImport(Library, EntryPoint = "sd_bus_add_fallback", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int AddFallback(nint bus, out nint slot, string prefix, delegate* unmanaged<nint, nint, Error*, int> handler, nint userData);

    [LibraryImport(Library, EntryPoint = "sd_bus_slot_unref")]
    internal static partial nint SlotUnref(nint slot);

    [LibraryImport(Library, EntryPoint = "sd_bus_call_async")]
    internal static partial int CallAsync(nint bus, out nint slot, nint message, delegate* unmanaged<nint, nint, Error*, int> handler, nint userData, ulong timeoutUs);

    [LibraryImport(Library, EntryPoint = "sd_bus_send")]
    internal static partial int Send(nint bus, nint message, nint cookie);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_new_method_call", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int NewMethodCall(nint bus, out nint message, string destination, string path, string contract, string member);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_new_method_return")]
    internal static partial int NewMethodReturn(nint call, out nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_new_method_error")]
    internal static partial int NewMethodError(nint call, out nint message, Error* error);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_new_signal", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int NewSignal(nint bus, out nint message, string path, string contract, string member);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_set_auto_start")]
    internal static partial int SetAutoStart(nint message, int start);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_unref")]
    internal static partial nint MessageUnref(nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_append_basic")]
    internal static partial int AppendBasic(nint message, byte type, void* value);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_append_array")]
    internal static partial int AppendArray(nint message, byte type, void* items, nuint bytes);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_open_container", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int OpenContainer(nint message, byte type, string contents);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_close_container")]
    internal static partial int CloseContainer(nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_peek_type")]
    internal static partial int PeekType(nint message, out byte type, out byte* contents);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_enter_container")]
    internal static partial int EnterContainer(nint message, byte type, byte* contents);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_exit_container")]
    internal static partial int ExitContainer(nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_read_basic")]
    internal static partial int ReadBasic(nint message, byte type, void* value);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_read_array")]
    internal static partial int ReadArray(nint message, byte type, out byte* items, out nuint bytes);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_skip")]
    internal static partial int Skip(nint message, byte* types);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_get_path")]
    internal static partial byte* GetPath(nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_get_interface")]
    internal static partial byte* GetInterface(nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_get_member")]
    internal static partial byte* GetMember(nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_message_get_error")]
    internal static partial Error* GetError(nint message);
}
