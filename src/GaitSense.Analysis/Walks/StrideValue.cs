using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>One number of a stride; null where it has none. By reference: a stride is some 350 bytes.</summary>
internal delegate double? StrideValue(in Stride stride);
