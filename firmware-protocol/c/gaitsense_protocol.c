/* GaitSense sensor protocol 1.0: bytes <-> structs. See gaitsense_protocol.h and ../SPEC.md. */
#include "gaitsense_protocol.h"

#include <string.h>

#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define GS_ASSERT(condition, name) _Static_assert(condition, #name)
#else
#define GS_ASSERT(condition, name) typedef char gs_assert_##name[(condition) ? 1 : -1]
#endif

GS_ASSERT(sizeof(gs_sample) == GS_SAMPLE_SIZE, a_sample_has_no_padding);
GS_ASSERT(offsetof(gs_sample, gyr) == 6, angular_rate_follows_acceleration);
GS_ASSERT(GS_HEADER_SIZE + GS_SAMPLE_SIZE == GS_ATT_MTU_MIN - 3, one_sample_fits_the_smallest_mtu);
GS_ASSERT(GS_PACKET_MAX == 512, a_packet_fits_the_longest_attribute);
GS_ASSERT(GS_STREAM_INFO_SIZE <= GS_ATT_MTU_MIN - 3, stream_info_fits_the_smallest_mtu);
GS_ASSERT(GS_STATUS_SIZE <= GS_ATT_MTU_MIN - 3, status_fits_the_smallest_mtu);
GS_ASSERT(GS_REQUEST_MAX <= GS_ATT_MTU_MIN - 3, requests_fit_the_smallest_mtu);
GS_ASSERT(GS_ANSWER_MAX <= GS_ATT_MTU_MIN - 3, answers_fit_the_smallest_mtu);
GS_ASSERT(3 + 18 + 4 + GS_ADVERTISING_SIZE == 31, advertising_fits_31_bytes);
GS_ASSERT(GS_VERSION <= 255, a_version_is_one_byte);

#define KIND_SAMPLES ((uint8_t)((GS_VERSION_MAJOR << 4) | 1u))
#define ANSWER_BIT 0x80u
#define REQUEST_HEADER 2u
#define ANSWER_HEADER 3u

static void put16(uint8_t *b, uint16_t v) { b[0] = (uint8_t)v; b[1] = (uint8_t)(v >> 8); }
static void put32(uint8_t *b, uint32_t v) { put16(b, (uint16_t)v); put16(b + 2, (uint16_t)(v >> 16)); }
static void put64(uint8_t *b, uint64_t v) { put32(b, (uint32_t)v); put32(b + 4, (uint32_t)(v >> 32)); }
static uint16_t get16(const uint8_t *b) { return (uint16_t)(b[0] | (uint16_t)(b[1] << 8)); }
static uint32_t get32(const uint8_t *b) { return (uint32_t)get16(b) | ((uint32_t)get16(b + 2) << 16); }
static uint64_t get64(const uint8_t *b) { return (uint64_t)get32(b) | ((uint64_t)get32(b + 4) << 32); }

/* Two's complement without relying on how the compiler converts what does not fit. */
static int16_t signed16(uint16_t v) { return v < 0x8000u ? (int16_t)v : (int16_t)((int32_t)v - 0x10000); }

static bool is_battery(uint8_t percent) { return percent <= 100 || percent == GS_BATTERY_UNKNOWN; }
static bool is_spoken(uint8_t version) { return version >> 4 == GS_VERSION_MAJOR; }
static bool is_end(int16_t count) { return count == INT16_MIN || count == INT16_MAX; }
static bool is_any_end(const int16_t v[3]) { return is_end(v[0]) || is_end(v[1]) || is_end(v[2]); }

/* ------------------------------------------------------------ sample packets ---- */

size_t gs_packet_encode(uint8_t *out, size_t size, const gs_header *header, const gs_sample *samples)
{
    uint8_t flags = header->flags;
    size_t length = GS_HEADER_SIZE + (size_t)header->count * GS_SAMPLE_SIZE;
    unsigned k, axis;
    if (header->count < 1 || header->count > GS_SAMPLES_MAX || flags > 0x0F || size < length) return 0;
    if ((flags & GS_FLAG_FIRST) != 0 && header->index != 0) return 0;
    for (k = 0; k < header->count; k++) {
        uint8_t *b = out + GS_HEADER_SIZE + k * GS_SAMPLE_SIZE;
        for (axis = 0; axis < 3; axis++) {
            put16(b + 2 * axis, (uint16_t)samples[k].acc[axis]);
            put16(b + 6 + 2 * axis, (uint16_t)samples[k].gyr[axis]);
        }
        if (is_any_end(samples[k].acc)) flags |= GS_FLAG_ACC_CLIPPED;
        if (is_any_end(samples[k].gyr)) flags |= GS_FLAG_GYR_CLIPPED;
    }
    out[0] = KIND_SAMPLES;
    out[1] = (uint8_t)(flags | (uint8_t)((header->stream & 0x0Fu) << 4));
    put16(out + 2, header->index);
    put32(out + 4, header->time_us);
    return length;
}

gs_fault gs_packet_decode(const uint8_t *bytes, size_t length, gs_header *header)
{
    if (length < 1) return GS_TOO_SHORT;
    if (!is_spoken(bytes[0])) return GS_VERSION_OTHER;
    if (bytes[0] != KIND_SAMPLES) return GS_UNKNOWN_KIND;
    if (length < GS_HEADER_SIZE + GS_SAMPLE_SIZE) return GS_TOO_SHORT;
    if (length > GS_PACKET_MAX || (length - GS_HEADER_SIZE) % GS_SAMPLE_SIZE != 0) return GS_BAD_LENGTH;
    if ((bytes[1] & GS_FLAG_FIRST) != 0 && get16(bytes + 2) != 0) return GS_OUT_OF_RANGE;
    header->flags = bytes[1] & 0x0F;
    header->stream = bytes[1] >> 4;
    header->index = get16(bytes + 2);
    header->time_us = get32(bytes + 4);
    header->count = (uint8_t)((length - GS_HEADER_SIZE) / GS_SAMPLE_SIZE);
    return GS_OK;
}

void gs_packet_sample(const uint8_t *bytes, unsigned k, gs_sample *sample)
{
    const uint8_t *b = bytes + GS_HEADER_SIZE + k * GS_SAMPLE_SIZE;
    unsigned axis;
    for (axis = 0; axis < 3; axis++) {
        sample->acc[axis] = signed16(get16(b + 2 * axis));
        sample->gyr[axis] = signed16(get16(b + 6 + 2 * axis));
    }
}

unsigned gs_samples_for_mtu(unsigned mtu)
{
    unsigned value = (mtu < GS_ATT_MTU_MIN ? GS_ATT_MTU_MIN : mtu) - 3;
    unsigned n = ((value > GS_PACKET_MAX ? GS_PACKET_MAX : value) - GS_HEADER_SIZE) / GS_SAMPLE_SIZE;
    return n > GS_SAMPLES_MAX ? GS_SAMPLES_MAX : n;
}

unsigned gs_samples_per_packet(uint8_t profile, uint32_t period_ns, unsigned mtu)
{
    uint32_t longest_ns = profile == GS_PROFILE_LOGGING ? 1000000000u : 20000000u;
    uint32_t n = longest_ns / (period_ns == 0 ? 1 : period_ns);
    unsigned most = gs_samples_for_mtu(mtu);
    return n < 1 ? 1 : n > most ? most : (unsigned)n;
}

/* --------------------------------------------------------------- stream info ---- */

static bool info_in_range(const gs_stream_info *i)
{
    return i->profile <= GS_PROFILE_LOGGING && i->epoch != 0 && i->period_ns >= GS_PERIOD_NS_MIN && i->period_ns <= GS_PERIOD_NS_MAX
        && i->acc_full_scale_mg >= GS_FULL_SCALE_MIN && i->gyr_full_scale_ddps >= GS_FULL_SCALE_MIN && i->foot <= GS_FOOT_RIGHT
        && i->samples_per_packet >= 1 && i->samples_per_packet <= GS_SAMPLES_MAX && !((i->flags & GS_INFO_STREAMING) != 0 && i->stream == 0);
}

size_t gs_stream_info_encode(uint8_t *out, size_t size, const gs_stream_info *info)
{
    if (size < GS_STREAM_INFO_SIZE || !is_spoken(info->version) || info->flags > GS_INFO_STREAMING || !info_in_range(info)) return 0;
    out[0] = info->version;
    out[1] = info->stream;
    out[2] = info->flags;
    out[3] = info->profile;
    put32(out + 4, info->epoch);
    put32(out + 8, info->period_ns);
    put16(out + 12, info->acc_full_scale_mg);
    put16(out + 14, info->gyr_full_scale_ddps);
    put16(out + 16, info->filter_delay_us);
    out[18] = info->foot;
    out[19] = info->samples_per_packet;
    return GS_STREAM_INFO_SIZE;
}

gs_fault gs_stream_info_decode(const uint8_t *b, size_t length, gs_stream_info *info)
{
    gs_stream_info i;
    if (length < 1) return GS_TOO_SHORT;
    if (!is_spoken(b[0])) return GS_VERSION_OTHER;
    if (length < GS_STREAM_INFO_SIZE) return GS_TOO_SHORT;
    i.version = b[0];
    i.stream = b[1];
    i.flags = b[2] & GS_INFO_STREAMING;
    i.profile = b[3];
    i.epoch = get32(b + 4);
    i.period_ns = get32(b + 8);
    i.acc_full_scale_mg = get16(b + 12);
    i.gyr_full_scale_ddps = get16(b + 14);
    i.filter_delay_us = get16(b + 16);
    i.foot = b[18];
    i.samples_per_packet = b[19];
    if (!info_in_range(&i)) return GS_OUT_OF_RANGE;
    *info = i;
    return GS_OK;
}

/* -------------------------------------------------------------------- status ---- */

#define STATUS_FLAGS 0x1Fu
#define RESET_LAST 5u

size_t gs_status_encode(uint8_t *out, size_t size, const gs_status *status)
{
    if (size < GS_STATUS_SIZE || !is_battery(status->battery_percent) || status->last_reset > RESET_LAST || status->flags > STATUS_FLAGS) return 0;
    out[0] = status->battery_percent;
    out[1] = status->flags;
    out[2] = status->stream;
    out[3] = status->last_reset;
    put32(out + 4, status->samples_lost);
    put16(out + 8, (uint16_t)status->temperature_cc);
    put16(out + 10, status->bad_requests);
    put64(out + 12, status->time_us);
    return GS_STATUS_SIZE;
}

gs_fault gs_status_decode(const uint8_t *b, size_t length, gs_status *status)
{
    if (length < GS_STATUS_SIZE) return GS_TOO_SHORT;
    if (!is_battery(b[0]) || b[3] > RESET_LAST) return GS_OUT_OF_RANGE;
    status->battery_percent = b[0];
    status->flags = (uint8_t)(b[1] & STATUS_FLAGS);
    status->stream = b[2];
    status->last_reset = b[3];
    status->samples_lost = get32(b + 4);
    status->temperature_cc = signed16(get16(b + 8));
    status->bad_requests = get16(b + 10);
    status->time_us = get64(b + 12);
    return GS_OK;
}

/* --------------------------------------------------------------- advertising ---- */

#define ADV_FLAGS (GS_ADV_BOND_REQUIRED | GS_ADV_BATTERY_LOW)

size_t gs_advertising_encode(uint8_t *out, size_t size, const gs_advertising *a)
{
    if (size < GS_ADVERTISING_SIZE || !is_spoken(a->version) || a->foot > GS_FOOT_RIGHT || !is_battery(a->battery_percent) || (a->flags & ~ADV_FLAGS) != 0) return 0;
    out[0] = 'G';
    out[1] = 'S';
    out[2] = a->version;
    out[3] = (uint8_t)(a->foot | a->flags);
    out[4] = a->battery_percent;
    out[5] = 0;
    return GS_ADVERTISING_SIZE;
}

gs_fault gs_advertising_decode(const uint8_t *b, size_t length, gs_advertising *a)
{
    if (length < 3) return GS_TOO_SHORT;
    if (b[0] != 'G' || b[1] != 'S') return GS_UNKNOWN_KIND;
    if (!is_spoken(b[2])) return GS_VERSION_OTHER;
    if (length < GS_ADVERTISING_SIZE) return GS_TOO_SHORT;
    if ((b[3] & 3) > GS_FOOT_RIGHT || !is_battery(b[4])) return GS_OUT_OF_RANGE;
    a->version = b[2];
    a->foot = b[3] & 3;
    a->flags = (uint8_t)(b[3] & ADV_FLAGS);
    a->battery_percent = b[4];
    return GS_OK;
}

/* --------------------------------------------------------------------- motor ---- */

static bool motor_in_range(const gs_motor *m)
{
    if (m->strength == 0) return true;
    return m->pulses >= 1 && m->pulses <= 20 && m->on_ms >= 1 && m->on_ms <= 1000 && m->off_ms <= 1000
        && (uint32_t)m->pulses * m->on_ms + (uint32_t)(m->pulses - 1) * m->off_ms <= GS_MOTOR_MAX_MS;
}

size_t gs_motor_encode(uint8_t *out, size_t size, const gs_motor *m)
{
    bool scheduled = m->flags == GS_MOTOR_SCHEDULED && m->strength > 0;
    if (size < GS_MOTOR_SIZE || m->flags > GS_MOTOR_SCHEDULED || !motor_in_range(m)) return 0;
    out[0] = scheduled ? GS_MOTOR_SCHEDULED : 0;
    out[1] = m->strength;
    out[2] = m->pulses;
    out[3] = 0;
    put16(out + 4, m->on_ms);
    put16(out + 6, m->off_ms);
    put32(out + 8, scheduled ? m->start_us : 0);
    return GS_MOTOR_SIZE;
}

gs_fault gs_motor_decode(const uint8_t *b, size_t length, gs_motor *motor)
{
    gs_motor m;
    if (length < GS_MOTOR_SIZE) return GS_TOO_SHORT;
    if (length > GS_MOTOR_SIZE) return GS_BAD_LENGTH;
    m.strength = b[1];
    m.flags = m.strength > 0 ? b[0] & GS_MOTOR_SCHEDULED : 0; /* a stop is at once */
    m.pulses = b[2];
    m.on_ms = get16(b + 4);
    m.off_ms = get16(b + 6);
    m.start_us = m.flags == GS_MOTOR_SCHEDULED ? get32(b + 8) : 0;
    if (!motor_in_range(&m)) return GS_OUT_OF_RANGE;
    *motor = m;
    return GS_OK;
}

/* ------------------------------------------------------------------ requests ---- */

#define NO_SIZE SIZE_MAX

static size_t request_parameters(uint8_t opcode)
{
    switch (opcode) {
        case GS_OP_HELLO: return 2;
        case GS_OP_LIMITS: case GS_OP_START: case GS_OP_STOP: return 0;
        case GS_OP_CONFIGURE: return 7;
        case GS_OP_TIME: return 8;
        case GS_OP_VIBRATE: return GS_MOTOR_SIZE;
        case GS_OP_SET_FOOT: return 1;
        default: return NO_SIZE;
    }
}

size_t gs_request_encode(uint8_t *out, size_t size, const gs_request *r)
{
    size_t parameters = request_parameters(r->opcode);
    uint8_t b[GS_REQUEST_MAX] = { 0 };
    gs_request check;
    uint8_t *p = b + REQUEST_HEADER;
    if (parameters == NO_SIZE || size < REQUEST_HEADER + parameters) return 0;
    b[0] = r->opcode;
    b[1] = r->token;
    switch (r->opcode) {
        case GS_OP_HELLO: p[0] = r->lowest_major; p[1] = r->highest_major; break;
        case GS_OP_CONFIGURE:
            put16(p, r->settings.rate_hz);
            put16(p + 2, r->settings.acc_full_scale_mg);
            put16(p + 4, r->settings.gyr_full_scale_ddps);
            p[6] = r->settings.profile;
            break;
        case GS_OP_TIME: put64(p, r->host_time); break;
        case GS_OP_VIBRATE: if (gs_motor_encode(p, GS_MOTOR_SIZE, &r->motor) == 0) return 0; break;
        case GS_OP_SET_FOOT: p[0] = r->foot; break;
        default: break;
    }
    if (gs_request_decode(b, REQUEST_HEADER + parameters, &check) != GS_OK) return 0;
    memcpy(out, b, REQUEST_HEADER + parameters);
    return REQUEST_HEADER + parameters;
}

gs_fault gs_request_decode(const uint8_t *b, size_t length, gs_request *request)
{
    gs_request r;
    size_t parameters;
    const uint8_t *p;
    if (length < REQUEST_HEADER) return GS_TOO_SHORT;
    if (b[0] == 0 || b[0] >= ANSWER_BIT) return GS_UNKNOWN_KIND;
    memset(&r, 0, sizeof r);
    r.opcode = b[0];
    r.token = b[1];
    p = b + REQUEST_HEADER;
    parameters = request_parameters(r.opcode);
    if (parameters != NO_SIZE) {
        if (length != REQUEST_HEADER + parameters) return GS_BAD_LENGTH;
        switch (r.opcode) {
            case GS_OP_HELLO:
                r.lowest_major = p[0];
                r.highest_major = p[1];
                if (p[0] < 1 || p[0] > p[1] || p[1] > 15) return GS_OUT_OF_RANGE;
                break;
            case GS_OP_CONFIGURE:
                r.settings.rate_hz = get16(p);
                r.settings.acc_full_scale_mg = get16(p + 2);
                r.settings.gyr_full_scale_ddps = get16(p + 4);
                r.settings.profile = p[6];
                if (r.settings.rate_hz == 0 || p[6] > GS_PROFILE_LOGGING) return GS_OUT_OF_RANGE;
                break;
            case GS_OP_TIME: r.host_time = get64(p); break;
            case GS_OP_VIBRATE: if (gs_motor_decode(p, GS_MOTOR_SIZE, &r.motor) != GS_OK) return GS_OUT_OF_RANGE; break;
            case GS_OP_SET_FOOT:
                r.foot = p[0];
                if (p[0] > GS_FOOT_RIGHT) return GS_OUT_OF_RANGE;
                break;
            default: break;
        }
    }
    *request = r;
    return GS_OK;
}

/* ------------------------------------------------------------------- answers ---- */

static size_t answer_parameters(uint8_t opcode, uint8_t error)
{
    bool done = error == GS_ERR_OK;
    switch (opcode) {
        case GS_OP_HELLO: return done || error == GS_ERR_VERSION ? 5 : 0;
        case GS_OP_LIMITS: return done ? 11 : 0;
        case GS_OP_CONFIGURE: return done || error == GS_ERR_RANGE ? 10 : 0;
        case GS_OP_START: return done ? 1 : 0;
        case GS_OP_STOP: return done ? 5 : 0;
        case GS_OP_TIME: return done ? 17 : 0;
        default: return 0;
    }
}

size_t gs_answer_encode(uint8_t *out, size_t size, const gs_answer *a)
{
    size_t parameters = a->has_parameters ? answer_parameters(a->opcode, a->error) : 0;
    uint8_t b[GS_ANSWER_MAX] = { 0 };
    gs_answer check;
    uint8_t *p = b + ANSWER_HEADER;
    if (a->opcode == 0 || a->opcode >= ANSWER_BIT || size < ANSWER_HEADER + parameters) return 0;
    b[0] = (uint8_t)(ANSWER_BIT | a->opcode);
    b[1] = a->token;
    b[2] = a->error;
    if (parameters > 0) {
        switch (a->opcode) {
            case GS_OP_HELLO: p[0] = a->version; p[1] = a->lowest_major; p[2] = a->highest_major; put16(p + 3, a->firmware); break;
            case GS_OP_LIMITS:
                put16(p, a->lowest_rate_hz);
                put16(p + 2, a->highest_rate_hz);
                put16(p + 4, a->acc_full_scale_mg);
                put16(p + 6, a->gyr_full_scale_ddps);
                put16(p + 8, a->buffered_samples);
                p[10] = a->features;
                break;
            case GS_OP_CONFIGURE:
                put32(p, a->period_ns);
                put16(p + 4, a->acc_full_scale_mg);
                put16(p + 6, a->gyr_full_scale_ddps);
                p[8] = a->profile;
                p[9] = a->samples_per_packet;
                break;
            case GS_OP_START: p[0] = a->stream; break;
            case GS_OP_STOP: p[0] = a->stream; put32(p + 1, a->samples_taken); break;
            default: p[0] = a->epoch_low; put64(p + 1, a->received_us); put64(p + 9, a->sent_us); break; /* TIME */
        }
    }
    if (gs_answer_decode(b, ANSWER_HEADER + parameters, &check) != GS_OK) return 0;
    memcpy(out, b, ANSWER_HEADER + parameters);
    return ANSWER_HEADER + parameters;
}

gs_fault gs_answer_decode(const uint8_t *b, size_t length, gs_answer *answer)
{
    gs_answer a;
    size_t parameters;
    const uint8_t *p;
    bool good = true;
    if (length < ANSWER_HEADER) return GS_TOO_SHORT;
    if (b[0] <= ANSWER_BIT) return GS_UNKNOWN_KIND;
    memset(&a, 0, sizeof a);
    a.opcode = (uint8_t)(b[0] & ~ANSWER_BIT);
    a.token = b[1];
    a.error = b[2];
    p = b + ANSWER_HEADER;
    parameters = answer_parameters(a.opcode, a.error);
    if (length < ANSWER_HEADER + parameters && a.error == GS_ERR_OK) return GS_BAD_LENGTH;
    a.has_parameters = parameters > 0 && length >= ANSWER_HEADER + parameters;
    if (a.has_parameters) {
        switch (a.opcode) {
            case GS_OP_HELLO:
                a.version = p[0];
                a.lowest_major = p[1];
                a.highest_major = p[2];
                a.firmware = get16(p + 3);
                good = p[1] >= 1 && p[1] <= p[2] && p[2] <= 15;
                break;
            case GS_OP_LIMITS:
                a.lowest_rate_hz = get16(p);
                a.highest_rate_hz = get16(p + 2);
                a.acc_full_scale_mg = get16(p + 4);
                a.gyr_full_scale_ddps = get16(p + 6);
                a.buffered_samples = get16(p + 8);
                a.features = p[10] & 7;
                good = a.lowest_rate_hz >= 1 && a.highest_rate_hz >= a.lowest_rate_hz;
                break;
            case GS_OP_CONFIGURE:
                a.period_ns = get32(p);
                a.acc_full_scale_mg = get16(p + 4);
                a.gyr_full_scale_ddps = get16(p + 6);
                a.profile = p[8];
                a.samples_per_packet = p[9];
                good = a.period_ns >= GS_PERIOD_NS_MIN && a.period_ns <= GS_PERIOD_NS_MAX && a.acc_full_scale_mg >= GS_FULL_SCALE_MIN
                    && a.gyr_full_scale_ddps >= GS_FULL_SCALE_MIN && a.profile <= GS_PROFILE_LOGGING && a.samples_per_packet >= 1
                    && a.samples_per_packet <= GS_SAMPLES_MAX;
                break;
            case GS_OP_START: a.stream = p[0]; good = p[0] != 0; break;
            case GS_OP_STOP: a.stream = p[0]; a.samples_taken = get32(p + 1); break;
            default: /* TIME */
                a.epoch_low = p[0];
                a.received_us = get64(p + 1);
                a.sent_us = get64(p + 9);
                good = a.sent_us >= a.received_us;
                break;
        }
    }
    if (!good) return GS_OUT_OF_RANGE;
    *answer = a;
    return GS_OK;
}
